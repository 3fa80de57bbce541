import { z } from 'zod'
import { positionName } from '~/content/duty-lines.server'
import { hotWorkRules } from '~/content/hot-work.server'
import type { StoredPermit, StoredStep, StoredWorker } from '~/data/hotwork/permits.server'
import { unseal } from '~/gateways/secrets.server'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import { translator } from '~/i18n/translator'
import type { StepView, WorkerView } from '~/ui/hotwork/permit-view'
import { atText, joined, licenceName } from './hot-work-words.server'

const optionalText = z.string().nullish().catch(null)
const ids = z.array(z.string()).catch([])
const licencesThen = z
  .array(
    z.object({
      kind: z.string(),
      validTo: z.string().nullish(),
      reviewDue: z.string().nullish(),
      state: z.string(),
    }),
  )
  .catch([])

const namesOf = (wanted: unknown, list: readonly { id: string; name: { zh: string; en: string } }[], locale: Locale): string =>
  joined(
    ids.parse(wanted).map((id) => list.find((one) => one.id === id)?.name[locale] ?? id),
    locale,
  )

/** What was written with a step, in words. */
function wordsOf({ kind, detail, good }: StoredStep, locale: Locale): string[] {
  const { t } = translator(locale)
  const rules = hotWorkRules()
  const text = (name: string) => optionalText.parse(detail[name]) ?? ''
  switch (kind) {
    case 'approved':
      return detail.delegated === true ? [t('hotwork:step.delegated')] : []
    case 'guard-present': {
      const gas = text('gas')
      return [namesOf(detail.measures, rules.measures, locale), ...(gas === '' ? [] : [t('hotwork:step.gas', { reading: gas })])]
    }
    case 'notice-posted':
      return [namesOf(detail.places, rules.notice.places, locale), namesOf(detail.means, rules.notice.means, locale), text('text')].filter(
        (words) => words !== '',
      )
    case 'worker-checked':
      return good ? [t(detail.official === true ? 'hotwork:step.official' : 'hotwork:step.same')] : [t('hotwork:step.otherPerson')]
    case 'looked':
      return [t(good ? 'hotwork:step.clear' : 'hotwork:step.found'), text('note')].filter((words) => words !== '')
    default:
      return [text('reason')].filter((words) => words !== '')
  }
}

/** Everything that was done, oldest first. */
export const stepViews = ({ steps, workers }: StoredPermit, locale: Locale): StepView[] =>
  steps.map((step) => ({
    id: step.id,
    act: step.kind,
    good: step.good,
    when: atText(step.at, locale),
    by: step.name,
    position: step.position === '' ? '' : positionName(step.position, locale),
    about: workers.find(({ id }) => id === step.workerId)?.name ?? null,
    words: wordsOf(step, locale),
  }))

const dayOf = (day: string | null | undefined, locale: Locale): string | null => (day == null ? null : dayText(day, locale))

/** The end of a number, so that it can be compared and not copied: it may hold the whole ID number. */
const endOf = (sealed: string | null): string => (sealed === null ? '' : `…${unseal(sealed).slice(-4)}`)

const ways = z.enum(['post', 'card', 'seen'])

function workerView(worker: StoredWorker, steps: readonly StoredStep[], locale: Locale): WorkerView {
  const { t } = translator(locale)
  const check = steps.findLast((step) => step.kind === 'worker-checked' && step.workerId === worker.id)
  const then = licencesThen.parse(check?.detail.licences)
  return {
    id: worker.id,
    name: worker.name,
    way: ways.parse(worker.way),
    employer: worker.employer,
    licence:
      worker.licenceKind === null
        ? null
        : {
            kind: licenceName(worker.licenceKind, locale),
            number: endOf(worker.numberSealed),
            validTo: dayOf(worker.validTo, locale),
            reviewDue: dayOf(worker.reviewDue, locale),
            issuer: worker.issuer,
          },
    check:
      check === undefined
        ? null
        : {
            good: check.good,
            when: atText(check.at, locale),
            by: check.name,
            licences: then.map(({ kind, validTo, reviewDue, state }) => ({
              kind: licenceName(kind, locale),
              through: dayOf([validTo, reviewDue].flatMap((day) => day ?? []).sort()[0], locale),
              state: t(`hotwork:licenceState.${state}`),
            })),
          },
  }
}

export const workerViews = ({ workers, steps }: StoredPermit, locale: Locale): WorkerView[] =>
  workers.map((worker) => workerView(worker, steps, locale))
