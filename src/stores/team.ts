import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Copied, TeamCopyWhat, TeamNews, TeamView } from '../../core/contract.ts'
import type { TeamFilter } from '../team/filter-team.ts'
import { orderTeam } from '../team/order-team.ts'
import { privateText } from '../privacy/private-text.ts'
import { useCompanion } from '../use-companion.ts'

/** Every extension as main tells it, while the team is open. `team` is null until the first answer; its rows are in order. */
export const useTeamStore = defineStore('team', () => {
  const companion = useCompanion()
  const team = shallowRef<TeamView | null>(null)
  const failed = ref(false)
  /** Counts the times that the team was opened: an answer to an earlier one is dropped. */
  let opened = 0
  let reading = false
  /** The newest revision that was pushed while main was asked. */
  let heard = -1

  function take(news: TeamNews): void {
    heard = Math.max(heard, news.revision)
    const was = team.value
    if (was !== null && news.revision <= was.revision) return
    if (was === null || news.revision > was.revision + 1) return void read()
    const rows = orderTeam(was.rows, news)
    team.value = {
      revision: news.revision,
      connection: news.connection,
      rows,
      lastGoodAt: news.lastGoodAt,
    }
  }

  /** Reads all again: at first, and where news were missed. */
  async function read(): Promise<void> {
    if (reading) return
    const mine = opened
    reading = true
    heard = -1
    const answer = await companion.request('team:read').catch(() => null)
    if (mine !== opened) return
    reading = false
    failed.value = answer === null
    if (answer === null) return
    if (team.value === null || answer.revision >= team.value.revision) team.value = inOrder(answer)
    if (team.value.revision < heard) await read()
  }

  /** Subscribes first, then reads. Returns its own end, after which nothing is kept. */
  function start(): () => void {
    opened += 1
    reading = false
    const stop = companion.on('team', take)
    void read()
    return () => {
      stop()
      opened += 1
      reading = false
      team.value = null
    }
  }

  /** A failure of the way to main counts as a failed copy. */
  const copy = (extension: string, what: TeamCopyWhat): Promise<Copied> =>
    companion.request('team:copy', extension, what).catch((): Copied => ({ kind: 'failed' }))

  return {
    team,
    /** True when main did not answer the last time. */
    failed,
    /** As typed; kept while other views are open. */
    text: privateText(),
    filter: ref<TeamFilter>('all'),
    start,
    read,
    copy,
  }
})

const inOrder = (answer: TeamView): TeamView => ({
  ...answer,
  rows: orderTeam([], { changed: answer.rows, gone: [] }),
})
