import { dutyTitle, positionName } from '~/content/duty-lines.server'
import { allJobs, getJob, jobsOfPosition } from '~/content/jobs.server'
import type { GateCheckRow } from '~/data/duties/gate-checks.server'
import { maskedName } from '~/domain/credentials/masked-name'
import type { GateSaid } from '~/domain/duties/gate-answer'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Ctx } from '~/http/context.server'
import type { Locale } from '~/i18n/config'
import { instantText } from '~/i18n/format'
import { translator } from '~/i18n/translator'
import type { GateAnswer, GateJob } from '~/ui/duties/gate-glance'
import type { GateLogLine } from '~/ui/duties/gate-log'
import type { GateAsker, GateReply } from '~/usecases/duties/ask-gate.server'

/** The job an address asks about; what is not one of ours is the post itself. */
export const jobIn = (query: URLSearchParams): string => allJobs().find(({ id }) => id === query.get('job'))?.id ?? 'post'

/** Who asks by opening this page. */
export const askerOf = (ctx: Ctx, way: 'code' | 'name'): GateAsker => ({
  way,
  accountId: ctx.actor?.accountId ?? null,
  personId: ctx.actor?.personId ?? null,
  tokenId: null,
  address: ctx.address,
})

/** What is missing, in words: the duty, and of a licence what is wrong with it. */
export const missingLines = ({ missing }: GateSaid, locale: Locale): GateAnswer['because'] =>
  missing.map(({ duty, gap }) => ({
    id: duty,
    title: dutyTitle(duty, locale),
    why: gap === null ? null : translator(locale).t(`gate:gap.${gap}`),
  }))

/** Jobs to ask about, what this position is asked for first. */
function jobsFor(position: string, asked: string, locale: Locale): { near: GateJob[]; others: GateJob[] } {
  const own = new Set(jobsOfPosition(position).map(({ id }) => id))
  const shown = allJobs().map((job) => ({ id: job.id, name: job[locale], isAsked: job.id === asked }))
  return { near: shown.filter(({ id }) => own.has(id)), others: shown.filter(({ id }) => !own.has(id)) }
}

/** The glance. Nothing of a person but the masked name leaves here, unless `name` says that the asker may read it whole. */
export function glanceOf(
  { card, said }: GateReply,
  asked: { job: string; today: Day; locale: Locale; name: 'masked' | 'whole' },
): GateAnswer {
  const { job, today, locale } = asked
  return {
    verdict: said.verdict,
    name: asked.name === 'whole' ? card.name : maskedName(card.name),
    unitName: card.unitName,
    position: positionName(card.position, locale),
    job: {
      name: job === 'post' ? null : getJob(job)[locale],
      plain: getJob(job).plain[locale],
      policy: getJob(job).policy?.[locale] ?? null,
    },
    today: formatDay(today),
    startsOn: card.from > today ? formatDay(card.from) : null,
    until: said.until === null ? null : formatDay(said.until),
    because: missingLines(said, locale),
    jobs: jobsFor(card.position, job, locale),
  }
}

/** A line of the log, as the holder and the unit read it. */
export function logLine(row: GateCheckRow, locale: Locale): GateLogLine {
  const { id, at, name, unitName, position, job, answer, way, askerName, askerUnit, tokenName } = row
  const jobName = allJobs().find((known) => known.id === job)?.[locale] ?? job
  return {
    id,
    at: instantText(at, locale),
    name,
    unitName,
    position: positionName(position, locale),
    job: jobName,
    answer,
    way,
    asker: tokenName ?? askerName,
    askerUnit: tokenName === null ? askerUnit : null,
  }
}
