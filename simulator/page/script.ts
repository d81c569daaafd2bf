/** The control page's script. Callers' names are inserted as text, never as markup. */
export const SCRIPT = `'use strict'
const STATUSES = [[1, 'Login'], [2, 'Logout'], [3, 'Lunch'], [5, 'Administrative'], [7, 'Private'], [9, 'Other'], [11, 'Training'], [12, 'Team meeting'], [13, 'Brief']]
const EVERY_MS = 1000
const byId = (id) => document.getElementById(id)

function make(tag, attributes, children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === 'onclick' || name === 'onchange') element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value)
  }
  element.append(...(children || []))
  return element
}

/** Writes only what has changed, so that focus and selection stay in place. */
function text(element, words) {
  if (element.textContent !== words) element.textContent = words
}

/** Keeps a text of any script from reordering the line around it. */
const isolated = (words) => '\\u2068' + words + '\\u2069'

function say(words, wrong) {
  byId('said').className = wrong ? 'wrong' : ''
  text(byId('said'), words)
}

async function ask(method, path, body) {
  const init = { method }
  if (body !== undefined) {
    init.body = JSON.stringify(body)
    init.headers = { 'content-type': 'application/json' }
  }
  const response = await fetch(path, init)
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error || response.statusText)
  return answer
}

async function act(done, method, path, body) {
  try {
    await ask(method, path, body)
    say(done, false)
  } catch (error) {
    say('Not done: ' + error.message + '.', true)
  }
  await refresh()
}

/** Brings a list in line with its data: one element per key, reused while the key exists. */
function sync(parent, items, keyOf, create, update) {
  const old = new Map(Array.from(parent.children, (child) => [child.dataset.key, child]))
  items.forEach((item, index) => {
    const key = keyOf(item)
    let element = old.get(key)
    old.delete(key)
    if (!element) {
      element = create(item)
      element.dataset.key = key
    }
    if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] || null)
    update(element, item)
  })
  for (const gone of old.values()) gone.remove()
}

function age(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0')
}

function clock(at, zone) {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: zone }).format(at)
}

function agentRow(agent) {
  const select = make('select', { 'aria-label': 'Status of ' + agent.name, onchange: () => {
    const status = Number(select.value)
    act(agent.name + ': ' + select.selectedOptions[0].textContent + '.', 'POST', '/sim/status', { extension: agent.extension, status })
  } }, STATUSES.map(([number, word]) => make('option', { value: String(number) }, [word])))
  return make('tr', {}, [
    make('th', { scope: 'row' }, [agent.extension]),
    make('td'),
    make('td', {}, [select]),
    make('td', {}, [make('div')]),
  ])
}

function showAgent(row, agent, now) {
  const guest = agent.representative === agent.name ? '' : ' (' + isolated(agent.representative) + ' is logged in here)'
  text(row.children[1], isolated(agent.name) + guest)
  const select = row.querySelector('select')
  if (document.activeElement !== select) {
    if (!STATUSES.some(([number]) => number === agent.status) && !select.querySelector('[value="' + agent.status + '"]')) {
      select.append(make('option', { value: String(agent.status) }, ['Status ' + agent.status]))
    }
    select.value = String(agent.status)
  }
  const calls = row.children[3].firstElementChild
  const keyOf = (call) => call.ivrid
  sync(calls, agent.calls, keyOf, () => make('div', { class: 'call' }, [
    make('span'), make('span'), make('span', { class: 'number' }), make('span', { class: 'buttons' }),
  ]), (element, call) => showCall(element, agent, call, now))
}

function showCall(element, agent, call, now) {
  const [phase, since, who, buttons] = element.children
  phase.className = 'phase ' + call.phase
  text(phase, call.phase)
  text(since, age(now - (call.answeredAt || call.startedAt)))
  text(who, [isolated(call.phone || 'no number'), call.name && isolated(call.name), call.did && 'dialled ' + isolated(call.did), call.muted && 'recording muted'].filter(Boolean).join(' · '))
  const which = { extension: agent.extension, ivrid: call.ivrid }
  const waiting = call.phase === 'Ringing' || call.phase === 'Dialing'
  const wanted = [
    waiting && ['Answer', 'answer', 'answered'],
    call.phase === 'Talking' && ['Hold', 'hold', 'on hold'],
    call.phase === 'Hold' && ['Resume', 'resume', 'resumed'],
    call.muted ? ['Unmute', 'unmute', 'recording resumed'] : ['Mute', 'mute', 'recording muted'],
    ['Hang up', 'hangup', 'hung up'],
  ].filter(Boolean)
  sync(buttons, wanted, ([label]) => label, ([label, command, done]) => make('button', {
    type: 'button',
    'aria-label': label + ': ' + (call.phone || 'call') + ' at ' + agent.extension,
    onclick: () => act(agent.extension + ': ' + done + '.', 'POST', '/sim/' + command, which),
  }, [label]), () => {})
}

function showState(state) {
  text(byId('setting'), [state.scenario, 'seed ' + state.seed, 'speed ' + state.speed, state.zone, clock(state.now, state.zone)].join(' · '))
  byId('quiet').setAttribute('aria-pressed', String(state.quiet))
  sync(byId('agents'), state.agents, (agent) => agent.extension, agentRow, (row, agent) => showAgent(row, agent, state.now))
  const chooser = byId('call').elements.extension
  sync(chooser, state.agents, (agent) => agent.extension, (agent) => make('option', { value: agent.extension }),
    (option, agent) => text(option, agent.extension + ' · ' + isolated(agent.name)))
  if (!chooser.dataset.chosen && state.agents.some((agent) => agent.extension === 'SIPSIP2')) chooser.value = 'SIPSIP2'
  chooser.dataset.chosen = 'yes'
  sync(byId('queues'), state.queues, (queue) => String(queue.id), () => make('li'), (item, queue) => {
    const waiting = queue.callers.map((caller) => isolated(caller.phone) + ' ' + age(state.now - caller.joinedAt))
    text(item, isolated(queue.name) + ' (' + queue.id + '): ' + (waiting.join(', ') || 'nobody'))
  })
  const { records, leastSeconds, mostSeconds } = state.callLog
  text(byId('log'), records + ' records. They appear ' + leastSeconds + ' to ' + mostSeconds + ' s after the end of the call.')
  sync(byId('faults'), state.faults, (fault) => fault.endpoint, () => make('li'), (item, fault) => {
    const count = fault.count === null ? 'until cleared' : 'for ' + fault.count + ' more'
    text(item, [fault.kind, 'on ' + fault.endpoint, count, fault.until && 'until ' + clock(fault.until, state.zone), fault.delayMs && 'after ' + fault.delayMs + ' ms'].filter(Boolean).join(', '))
  })
}

function showRequests(log) {
  const counts = Object.entries(log.counts).map(([endpoint, count]) => endpoint + ' ' + count)
  text(byId('counts'), log.total === 0 ? 'None yet.' : log.total + ' in all: ' + counts.join(', ') + '.')
  const first = log.total - log.recent.length
  const recent = log.recent.map((request, index) => ({ ...request, number: first + index })).reverse().slice(0, 60)
  sync(byId('requests'), recent, (request) => String(request.number), () => make('tr', {}, [make('td'), make('td'), make('td'), make('td')]),
    (row, request) => {
      text(row.children[0], clock(request.at))
      text(row.children[1], request.method + ' ' + request.endpoint + (request.codeIn === 'url' ? ' (code in the URL!)' : ''))
      text(row.children[2], [request.status === 0 ? 'none' : request.status || '…', request.fault].filter(Boolean).join(', '))
      text(row.children[3], request.tookMs === null ? '…' : request.tookMs + ' ms')
    })
}

/** The latest state; only one request at a time. */
let reading = null
function refresh() {
  reading = reading || Promise.all([ask('GET', '/sim/state'), ask('GET', '/sim/requests')])
    .then(([state, log]) => {
      showState(state)
      showRequests(log)
      if (byId('said').dataset.lost) say('', false)
      delete byId('said').dataset.lost
    }, () => {
      say('The simulator doesn’t respond. Is it still running?', true)
      byId('said').dataset.lost = 'yes'
    })
    .finally(() => { reading = null })
  return reading
}

async function watch() {
  if (!document.hidden) await refresh()
  setTimeout(watch, EVERY_MS)
}

const filled = (form) => Object.fromEntries(Array.from(new FormData(form)).filter(([, value]) => value !== ''))

byId('call').addEventListener('submit', (event) => {
  event.preventDefault()
  const plan = filled(event.target)
  act('Calling ' + plan.extension + '.', 'POST', '/sim/call', plan)
})
byId('fault').addEventListener('submit', (event) => {
  event.preventDefault()
  const fault = filled(event.target)
  for (const name of ['count', 'seconds', 'delayMs', 'retryAfter']) if (name in fault) fault[name] = Number(fault[name])
  act('Fault started: ' + fault.kind + '.', 'POST', '/sim/fault', fault)
})
byId('lag').addEventListener('submit', (event) => {
  event.preventDefault()
  const lag = Object.fromEntries(Object.entries(filled(event.target)).map(([name, value]) => [name, Number(value)]))
  act('Records appear at another time now.', 'POST', '/sim/log-lag', lag)
})
byId('clear-faults').addEventListener('click', () => act('Faults cleared.', 'DELETE', '/sim/fault'))
byId('clear').addEventListener('click', () => act('All calls ended.', 'POST', '/sim/clear', {}))
byId('quiet').addEventListener('click', () => {
  const quiet = byId('quiet').getAttribute('aria-pressed') !== 'true'
  act(quiet ? 'Automatic calls stopped.' : 'Automatic calls resumed.', 'POST', '/sim/quiet', { quiet })
})
watch()
`
