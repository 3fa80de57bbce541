import { positionName } from '~/content/duty-lines.server'
import { hotWorkRules, restsShown } from '~/content/hot-work.server'
import type { StoredPermit } from '~/data/hotwork/permits.server'
import { timeOf } from '~/domain/hotwork/hours'
import type { PermitAct, PermitState } from '~/domain/hotwork/permit'
import { permitState } from '~/domain/hotwork/permit-state'
import { approvingBy, mayDo, nextAct } from '~/domain/hotwork/who-may'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { type Forms, type PermitView, stateKey } from '~/ui/hotwork/permit-view'
import { placeRules, workerNow } from '~/usecases/hotwork/permit-law.server'
import type { Site } from '~/usecases/hotwork/site.server'
import { rolesOf } from '~/usecases/hotwork/take-step.server'
import { atText, joined, kindName, spoken, windowText } from './hot-work-words.server'
import { stepViews, workerViews } from './permit-steps.server'

const marks = ['isOpen', 'isHidden', 'hasGas'] as const

/** Who is waited for, where the next act is somebody else's. */
function whomFor(act: PermitAct, permit: StoredPermit, locale: Locale): string {
  if (act === 'guard-present' || act === 'looked') return permit.guardName
  if (act === 'approved') return approverNames(permit, locale)
  if (act === 'started' || act === 'ended') return joined([permit.guardName, ...permit.workers.map(({ name }) => name)], locale)
  return joined(
    hotWorkRules().people.checkers.map((id) => positionName(id, locale)),
    locale,
  )
}

const approverNames = (permit: StoredPermit, locale: Locale): string =>
  joined(
    rolesOf(permit).approvers.map(({ position }) => positionName(position, locale)),
    locale,
  )

function formsOf(ctx: Signed, site: Site, permit: StoredPermit, state: PermitState): Forms {
  const rules = hotWorkRules()
  const { locale } = ctx
  const { measures, notices } = placeRules(site, permit)
  const unchecked = state.kind === 'approved' ? state.missing.workers : []
  const worker = permit.workers.find(({ id }) => unchecked.includes(id))
  const refusal = worker === undefined ? null : (workerNow(permit, worker, ctx.today)?.refusal ?? null)
  const warning = refusal === null ? null : spoken(refusal, locale)
  const texts = (values: Record<string, string | number> = {}) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]))
  return {
    delegated: approvingBy(site.who, permit.named, rolesOf(permit).approvers)?.delegated === true,
    worker:
      worker === undefined
        ? null
        : {
            id: worker.id,
            name: worker.name,
            isSeen: worker.way === 'seen',
            warning: warning === null ? null : { reason: warning.reason, values: texts(warning.values) },
          },
    measures: rules.measures.filter(({ id }) => measures.includes(id)).map(({ id, name }) => ({ id, name: name[locale] })),
    needsGas: measures.includes('gas'),
    places: rules.notice.places.map(({ id, name }) => ({ id, name: name[locale], required: notices.includes(id) })),
    means: rules.notice.means.map(({ id, name }) => ({ id, name: name[locale] })),
    looks: rules.watch.looks.map((look) => look[locale]),
    opensAt: timeOf(permit.from),
    opens: ctx.now >= permit.from,
    next:
      state.kind !== 'watching'
        ? null
        : {
            at: timeOf(state.next),
            isDue: state.isDue,
            minutesLeft: Math.max(0, Math.ceil((state.next.getTime() - ctx.now.getTime()) / 60_000)),
            nth: state.done + 1,
            of: permit.looks.length,
          },
  }
}

/** One permit as its page shows it to who looks at it: how it stands, the one next act, and everything that was done. */
export function permitView(ctx: Signed, site: Site, permit: StoredPermit): PermitView {
  const rules = hotWorkRules()
  const { locale } = ctx
  const state = permitState(permit.facts, ctx.now)
  const roles = rolesOf(permit)
  const may = (act: PermitAct) => mayDo(site.who, act, permit.named, roles, state)
  const next = nextAct(site.who, permit.named, roles, state)
  const level = rules.levels.find(({ id }) => id === permit.level)
  const kind = rules.kinds.find(({ id }) => id === permit.kind)
  const isOpen = state.kind === 'waiting' || state.kind === 'approved' || state.kind === 'ready'
  const steps = stepViews(permit, locale)
  const reason = steps.findLast(({ act }) => act === 'refused' || act === 'cancelled' || act === 'stopped')?.words[0] ?? null
  return {
    id: permit.id,
    number: permit.number,
    unit: { id: site.unit.id, name: site.unit.name },
    state: stateKey(state),
    reason,
    place: permit.place,
    work: permit.work,
    kind: kindName(permit.kind, locale),
    level: level?.name[locale] ?? permit.level,
    approvers: approverNames(permit, locale),
    when: windowText(permit, locale),
    hours: permit.opens === null || permit.closes === null ? '' : `${permit.opens}–${permit.closes}`,
    machine: permit.machine,
    guard: permit.guardName,
    applicant: permit.applicantName,
    requestedAt: atText(permit.requestedAt, locale),
    marks: marks.filter((mark) => permit[mark]),
    measures: permit.measures.map((id) => rules.measures.find((one) => one.id === id)?.name[locale] ?? id),
    workers: workerViews(permit, locale),
    steps,
    next: next === null ? null : { ...next, whom: whomFor(next.act, permit, locale) },
    may: {
      refuse: state.kind === 'waiting' && may('refused'),
      cancel: isOpen && may('cancelled'),
      stop: (state.kind === 'approved' || state.kind === 'ready' || state.kind === 'burning') && may('stopped'),
      repeat: site.who.positions.length > 0,
    },
    forms: formsOf(ctx, site, permit, state),
    looks: permit.looks.join(locale === 'zh' ? '、' : ', '),
    sources: restsShown(
      [...new Set([...(level?.rests ?? []), ...(kind?.rests ?? []), ...rules.notice.rests, ...rules.watch.rests])],
      locale,
    ).filter(({ mark }) => mark !== 'ours'),
    policies: [level?.policy, rules.watch.policy, rules.window.policy, rules.notice.policy].flatMap((words) => words?.[locale] ?? []),
  }
}
