import { catalogue } from '~/content/catalogue.server'
import { getScenario } from '~/content/panel-scenarios.server'
import { findOwnPanelRun } from '~/data/learn/panel-runs.server'
import { devices } from '~/domain/learn/panel/acts'
import { debriefOf } from '~/domain/learn/panel/debrief'
import { lampsOf } from '~/domain/learn/panel/panel-state'
import { untilNext } from '~/domain/learn/panel/replay'
import { isOver, panelAt } from '~/domain/learn/panel/run'
import { NotFound } from '~/domain/shared/faults'
import type { Signed } from '~/http/serve.server'
import type { DebriefFacts, PanelFacts, ShownSource, TimelineRow } from '~/ui/learn/panel/panel-facts'
import { actLineOf, heardOf, pointOf, printedOf, type Showing, storyTime } from './shown-panel.server'

/** One's own run: the panel as it stands now, or the debrief. Somebody else's is not found. */
export function panelPage(ctx: Signed, scenario: string, runId: string): PanelFacts | DebriefFacts {
  const { text, plays } = getScenario(scenario)
  const run = findOwnPanelRun(ctx.actor.personId, scenario, runId)
  if (run === null) throw new NotFound()
  const state = panelAt(run, plays, ctx.now)
  const over = isOver(run, plays, ctx.now)
  const showing = { plays, clock: text.clock, state, locale: ctx.locale, isOver: over }
  const title = text.title[ctx.locale]
  const { mode } = run
  return over ? { kind: 'over', title, scenario, mode, ...overIn(showing) } : { title, scene: text.scene[ctx.locale], ...liveIn(showing) }
}

function liveIn(showing: Showing): Omit<PanelFacts, 'title' | 'scene'> {
  const { plays, clock, state } = showing
  const known = (id: string) => pointOf(showing, id) ?? []
  return {
    kind: 'live',
    mode: state.mode,
    time: storyTime(clock, state.at),
    seconds: state.at,
    ends: plays.ends,
    next: untilNext(state, plays),
    sounding: state.sounding,
    isEmpty: state.emptyUntil !== null,
    lamps: lampsOf(state),
    screen: state.shown.flatMap(({ at, signal, point: id }) => {
      const point = pointOf(showing, id)
      return point === null ? [] : [{ time: storyTime(clock, at), signal, point }]
    }),
    printed: state.lines.map((line, nth) => printedOf(showing, line, nth)).reverse(),
    heard: state.heard.map((line, nth) => heardOf(showing, line, nth)).reverse(),
    acts: state.done.map((done, nth) => actLineOf(showing, done, nth)).reverse(),
    devices: devices.map((id) => ({ id, started: state.devices[id].start !== null, answered: state.devices[id].answer !== null })),
    points: plays.points.flatMap(({ id }) => known(id)),
    shielded: state.marks.has('shield-list') ? [...state.shielded].flatMap(known) : null,
    partner: { at: state.partner.at, onTheWay: state.partner.onTheWay },
  }
}

function sourceOf({ locale }: Showing, id: string): ShownSource {
  const source = catalogue().panel.sources.get(id)
  if (!source) throw new NotFound()
  return { of: source.of[locale], mark: source.mark, says: source.says[locale] }
}

function overIn(showing: Showing): Pick<DebriefFacts, 'steps' | 'wrongs' | 'timeline'> {
  const { plays, clock, state, locale } = showing
  const { steps, wrongs } = debriefOf(plays, state)
  return {
    steps: steps.map(({ step, kind, at, by }) => ({
      id: step.id,
      kind,
      by,
      time: at === null ? null : storyTime(clock, at),
      text: step.text[locale],
      missing: step.missing[locale],
      because: step.because[locale],
      source: sourceOf(showing, step.source),
    })),
    wrongs: wrongs.map(({ wrong, at }) => ({
      id: wrong.id,
      time: storyTime(clock, at),
      told: wrong.told[locale],
      because: wrong.because[locale],
      source: sourceOf(showing, wrong.source),
    })),
    timeline: timelineOf(showing),
  }
}

/** Acts, printed lines and what was said, in one order. */
function timelineOf(showing: Showing): TimelineRow[] {
  const { state } = showing
  const rows: { at: number; row: TimelineRow }[] = [
    ...state.done.map((done, nth) => ({ at: done.at, row: { kind: 'act' as const, ...actLineOf(showing, done, nth) } })),
    ...state.lines.map((line, nth) => {
      const printed = printedOf(showing, line, nth)
      return { at: line.at, row: { kind: 'line' as const, id: printed.id, time: printed.time, line: printed } }
    }),
    ...state.heard.map((heard, nth) => {
      const said = heardOf(showing, heard, nth)
      return { at: heard.at, row: { kind: 'heard' as const, id: said.id, time: said.time, heard: said } }
    }),
  ]
  return rows.sort((one, other) => one.at - other.at).map(({ row }) => row)
}
