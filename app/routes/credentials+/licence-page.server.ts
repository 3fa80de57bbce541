import { data, redirect } from '@remix-run/node'
import { officialHosts } from '~/content/licences.server'
import { findAccountNames } from '~/data/accounts/account-names.server'
import { personOfAccount } from '~/data/credentials/licence-holders.server'
import { findLicenceRules } from '~/data/credentials/licence-rules.server'
import { type CheckResult, printedThrough } from '~/domain/credentials/licence'
import { type CheckWay, checkResults, checkWays, isUntouched, suggestedRecheck, waitingCheck } from '~/domain/credentials/licence-checking'
import { rulesHold } from '~/domain/credentials/licence-rules'
import { officialHost } from '~/domain/credentials/official-host'
import { formatDay, parseDay } from '~/domain/shared/day'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { islandAddress } from '~/gateways/islands.server'
import type { Asked } from '~/http/asked.server'
import { formOf, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { formWithPhotograph } from '~/http/upload.server'
import { checkLicence } from '~/usecases/credentials/check-licence.server'
import { confirmCheck } from '~/usecases/credentials/confirm-check.server'
import { correctLicence } from '~/usecases/credentials/correct-licence.server'
import { getReachedLicence, type LicenceAct } from '~/usecases/credentials/reached-licence.server'
import { restoreLicence, withdrawLicence } from '~/usecases/credentials/withdraw-licence.server'
import { noteLicenceNumberSeen } from '~/usecases/personal/note-number-seen.server'
import { cardRefused, kindChoices, textOf, typedCard, valuesOf } from './licence-forms.server'
import { checkViews, kindOf, lawView, licenceView, pagesOf } from './licence-view.server'

const dones = ['entered', 'corrected', 'replaced', 'checked', 'waits', 'confirmed', 'withdrawn', 'restored'] as const

/** One licence for its holder, a manager of his, or the street; out of reach is not found. Who reads another's whole number is written down. */
export async function licencePage(ctx: Signed, request: Asked, licenceId: string, act: LicenceAct, at: string | null = null) {
  const reached = getReachedLicence(ctx, licenceId, act, at)
  const { licence, holder, unit, isOwn } = reached
  const kind = kindOf(licence)
  const query = readQuery(request)
  const rules = findLicenceRules()
  const acceptsOld = reached.placePaths.some((path) => rulesHold(rules, 'old-card', path, ctx.today))
  const waiting = waitingCheck(licence.checks)
  const seesNumber = isOwn || act === 'manage' || licence.recordedBy === ctx.actor.accountId
  if (seesNumber && !isOwn) await noteLicenceNumberSeen(ctx, { personId: holder.id, unitId: unit?.id ?? null })
  const mayEdit = act !== 'supervise' && isUntouched(licence)
  const nextDue = suggestedRecheck(ctx.today, kind.recheck, printedThrough(licence))
  return {
    licence: licenceView(licence, { today: ctx.today, locale: ctx.locale, holder: holder.name, seesNumber, acceptsOld }),
    holder: { id: holder.id, name: holder.name },
    law: lawView(kind, ctx.today, ctx.locale),
    pages: pagesOf(kind, ctx.locale),
    checks: checkViews(licence.checks),
    isOwn,
    mayCheck: act !== 'own' && !isOwn && licence.ended?.kind !== 'withdrawn',
    waiting: waiting && {
      id: waiting.id,
      by: findAccountNames([waiting.by]).get(waiting.by) ?? '',
      result: waiting.result,
      isMine: waiting.by === ctx.actor.accountId || personOfAccount(waiting.by) === personOfAccount(ctx.actor.accountId),
    },
    needsSecond: unit !== null && rulesHold(rules, 'two-persons', unit.placePath, ctx.today),
    nextDue: formatDay(nextDue),
    mayEdit,
    editing:
      mayEdit && query.text('edit') !== null
        ? { kind: kindChoices(ctx.locale).find(({ id }) => id === kind.id) ?? null, values: valuesOf(licence) }
        : null,
    mayEnd: act !== 'supervise' && licence.ended === null,
    canUndo: act !== 'supervise' && licence.ended?.kind === 'withdrawn' && licence.ended.on === ctx.today,
    done: query.oneOf('done', dones),
    script: islandAddress('licence-code'),
  }
}

/** at: the unit in the address, where there is one. */
type Where = { licenceId: string; act: LicenceAct; at?: string; here: string }

/** What is done to a licence on its page: each act by its intent; a card with a photograph comes as a form of its own kind. */
export async function actOnLicence(ctx: Signed, request: Asked, where: Where) {
  const { licenceId, act, here } = where
  getReachedLicence(ctx, licenceId, act, where.at ?? null)
  if (act !== 'supervise' && request.headers.get('content-type')?.startsWith('multipart/form-data'))
    return await correct(ctx, request, { ...where, act })
  const form = await formOf(request)
  const intent = textOf(form, 'intent')
  if (intent === 'scan') {
    const code = textOf(form, 'scanned')
    return data({ scan: officialHost(code, officialHosts()), code })
  }
  const outcome = act === 'own' ? await end(ctx, form, licenceId, act) : await look(ctx, form, licenceId, act, where.at ?? null)
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`${here}?done=${outcome.done}`)
}

async function correct(ctx: Signed, request: Asked, { licenceId, act, here }: Where & { act: 'own' | 'manage' }) {
  const sent = await formWithPhotograph(request)
  if (isRefused(sent)) return refusedForm(sent, new FormData())
  const outcome = await correctLicence(ctx, { licenceId, act, typed: typedCard(sent.form), photo: sent.photo })
  return outcome.kind === 'corrected' ? redirect(`${here}?done=corrected`) : cardRefused(outcome, sent.form)
}

type Done = { kind: 'done'; done: string } | Refused
const doneOr = (outcome: { kind: string } | Refused, done: string): Done => ('reason' in outcome ? outcome : { kind: 'done', done })

async function end(ctx: Signed, form: FormData, licenceId: string, act: 'own' | 'manage'): Promise<Done> {
  switch (textOf(form, 'intent')) {
    case 'withdraw':
      return doneOr(await withdrawLicence(ctx, { licenceId, act, reason: textOf(form, 'reason').slice(0, 200) }), 'withdrawn')
    case 'restore':
      return doneOr(await restoreLicence(ctx, { licenceId, act }), 'restored')
    default:
      return refuse('shell:fieldUnreadable')
  }
}

async function look(ctx: Signed, form: FormData, licenceId: string, act: 'manage' | 'supervise', at: string | null): Promise<Done> {
  const note = textOf(form, 'note').slice(0, 300)
  const intent = textOf(form, 'intent')
  if (intent === 'agree' || intent === 'contradict') {
    const second = { licenceId, act, at, checkId: textOf(form, 'checkId'), agrees: intent === 'agree', note }
    return doneOr(await confirmCheck(ctx, second), 'confirmed')
  }
  if (intent !== 'check') return act === 'manage' ? end(ctx, form, licenceId, act) : refuse('shell:fieldUnreadable')
  const how: CheckWay | undefined = checkWays.find((way) => way === textOf(form, 'how'))
  const result: CheckResult | undefined = checkResults.find((one) => one === textOf(form, 'result'))
  if (how === undefined) return refuse('licences:refusal.howMissing', 'how')
  if (result === undefined) return refuse('licences:refusal.resultMissing', 'result')
  const typedDay = textOf(form, 'nextDue').trim()
  const nextDue = parseDay(typedDay)
  if (typedDay !== '' && nextDue === null) return refuse('licences:fault.noSuchDay', 'nextDue')
  const outcome = await checkLicence(ctx, { licenceId, act, at, how, page: textOf(form, 'page') || null, result, note, nextDue })
  return isRefused(outcome) ? outcome : { kind: 'done', done: outcome.waits ? 'waits' : 'checked' }
}
