import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Copied, TeamCopyWhat, TeamNews, TeamView } from '../../core/contract.ts'
import type { TeamFilter } from '../team/filter-team.ts'
import { orderTeam } from '../team/order-team.ts'
import { privateText } from '../privacy/private-text.ts'
import { asFailed, useCompanion } from '../use-companion.ts'

/**
 * Every extension as sent by main, while the team is open. `team` is null until the first response; its rows are in
 * order.
 */
export const useTeamStore = defineStore('team', () => {
  const companion = useCompanion()
  const team = shallowRef<TeamView | null>(null)
  const failed = ref(false)
  /** Counts how often the team was opened: a response to an earlier request is dropped. */
  let opened = 0
  let reading = false
  /** The newest revision that was pushed during the request. */
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

  /** Reads everything again: at first, and if changes were missed. */
  async function read(): Promise<void> {
    if (reading) return
    const mine = opened
    reading = true
    heard = -1
    const answer = await companion.ask('team:read')
    if (mine !== opened) return
    reading = false
    failed.value = answer === null
    if (answer === null) return
    if (team.value === null || answer.revision >= team.value.revision) team.value = inOrder(answer)
    if (team.value.revision < heard) await read()
  }

  /** Subscribes first, then reads. Returns a function that unsubscribes and clears everything. */
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

  /** A failed connection to main counts as a failed copy. */
  const copy = (extension: string, what: TeamCopyWhat): Promise<Copied> =>
    companion.request('team:copy', extension, what).catch(asFailed)

  return {
    team,
    /** True if main did not respond the last time. */
    failed,
    /** As typed; remembered while other views are open. */
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
