import { ENDPOINTS } from '../api/endpoint.ts'
import { FAULT_KINDS } from '../faults/fault.ts'

const options = (words: readonly string[]): string => words.map((word) => `<option>${word}</option>`).join('')

/** The control page. The script fills its tables. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Simulated call centre</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/control.css">
<script src="/control.js" defer></script>
</head>
<body>
<header>
  <h1>Simulated call centre</h1>
  <p id="setting">Loading…</p>
  <p class="buttons">
    <button type="button" id="quiet" aria-pressed="false">Stop automatic calls</button>
    <button type="button" id="clear">End all calls</button>
  </p>
</header>
<p id="said" role="status" aria-live="polite"></p>
<noscript><p>This page needs JavaScript; the same can be done over HTTP under /sim.</p></noscript>
<main>
  <section aria-labelledby="agents-title" class="wide">
    <h2 id="agents-title">Agents and calls</h2>
    <div class="scroll" tabindex="0" role="group" aria-label="Table of agents and calls">
    <table>
      <thead><tr><th scope="col">Extension</th><th scope="col">Agent</th><th scope="col">Status</th><th scope="col">Calls</th></tr></thead>
      <tbody id="agents"></tbody>
    </table>
    </div>
  </section>
  <section aria-labelledby="call-title">
    <h2 id="call-title">Call an agent now</h2>
    <form id="call">
      <label>Extension <select name="extension" required></select></label>
      <label>Direction <select name="direction">${options(['Incoming', 'Outgoing', 'Click2Call', 'Spy'])}</select></label>
      <label>Number <input name="phone" autocomplete="off" placeholder="random if empty"></label>
      <label>Name <input name="name" autocomplete="off" dir="auto" placeholder="the queue’s if empty"></label>
      <label>Dialled number <input name="did" autocomplete="off" placeholder="the queue’s if empty"></label>
      <button type="submit">Call</button>
    </form>
    <p class="note">A call placed here rings until you answer it or hang up.</p>
  </section>
  <section aria-labelledby="fault-title">
    <h2 id="fault-title">Simulate a fault</h2>
    <form id="fault">
      <label>Fault <select name="kind">${options(FAULT_KINDS)}</select></label>
      <label>Endpoint <select name="endpoint">${options(['all', ...ENDPOINTS, 'everyone'])}</select></label>
      <label>Number of requests <input name="count" type="number" min="1" placeholder="until cleared"></label>
      <label>Seconds <input name="seconds" type="number" min="1" max="86400" placeholder="until cleared"></label>
      <label>Delay, ms <input name="delayMs" type="number" min="0" max="600000"></label>
      <label>Retry-After, s (429) <input name="retryAfter" type="number" min="0" max="86400"></label>
      <p class="buttons"><button type="submit">Start fault</button> <button type="button" id="clear-faults">Clear all</button></p>
    </form>
    <ul id="faults" aria-label="Active faults"></ul>
  </section>
  <section aria-labelledby="log-title">
    <h2 id="log-title">Call log</h2>
    <p id="log">Empty.</p>
    <form id="lag">
      <label>Appear after, s <input name="leastSeconds" type="number" min="0" max="86400"></label>
      <label>At the latest, s <input name="mostSeconds" type="number" min="0" max="86400"></label>
      <p class="buttons"><button type="submit">Set</button></p>
    </form>
  </section>
  <section aria-labelledby="queues-title">
    <h2 id="queues-title">Waiting in queues</h2>
    <ul id="queues"></ul>
  </section>
  <section aria-labelledby="requests-title" class="wide">
    <h2 id="requests-title">Requests</h2>
    <p id="counts">None yet.</p>
    <div class="scroll low" tabindex="0" role="group" aria-label="Table of requests">
    <table>
      <thead><tr><th scope="col">Time</th><th scope="col">Request</th><th scope="col">Response</th><th scope="col">Duration</th></tr></thead>
      <tbody id="requests"></tbody>
    </table>
    </div>
  </section>
</main>
</body>
</html>
`
