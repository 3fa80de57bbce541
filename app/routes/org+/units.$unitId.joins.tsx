import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { knownPositions, positionChoices, positionName } from '~/content/position-words.server'
import { countWaiting, joinsAPage, listDeclined, listWaiting } from '~/data/org/joins.server'
import { findManagedUnit } from '~/data/org/people.server'
import { certificateNumber, numberBodyLength } from '~/domain/credentials/number'
import { readSame } from '~/domain/org/joining'
import { maskedPhone } from '~/domain/org/phone'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, refuse } from '~/domain/shared/refusal'
import { newCode } from '~/gateways/secrets.server'
import { actorScope } from '~/http/context.server'
import { formOf, refusedForm } from '~/http/forms.server'
import { param, type Signed, serve } from '~/http/serve.server'
import { dayText, instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { FormErrors } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { DecidedNotice, DeclinedList } from '~/ui/org/people/decided-joins'
import { UnitFrame } from '~/ui/org/people/unit-frame'
import { WaitingJoin } from '~/ui/org/people/waiting-join'
import { titled } from '~/ui/shell/title'
import { viewOf } from '~/usecases/org/clash-view.server'
import { confirmJoin } from '~/usecases/org/confirm-join.server'
import { declineJoin, reopenJoin } from '~/usecases/org/decline-join.server'

const undoFor = 7 * 86_400_000

export const loader = serve('manager', async (ctx, { request, params }) => {
  const scope = actorScope(ctx, 'manage')
  const unit = await findManagedUnit(scope, param(params, 'unitId'))
  if (!unit) throw new NotFound()
  const query = new URL(request.url).searchParams
  const page = Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1)
  const { rows, total } = await listWaiting(scope, unit.id, page)
  const declined = await listDeclined(scope, unit.id, new Date(ctx.now.getTime() - undoFor))
  const { locale } = ctx
  return {
    unit: { id: unit.id, name: unit.name, waiting: await countWaiting(scope, unit.id) },
    page,
    pages: Math.max(1, Math.ceil(total / joinsAPage)),
    total,
    decided: { done: query.get('done'), join: query.get('join'), person: query.get('person') },
    positions: positionChoices(locale),
    waiting: rows.map(({ from, createdAt, clashes, ...row }) => ({
      ...row,
      phone: maskedPhone(row.phone),
      positionName: positionName(row.position, locale),
      from: dayText(from, locale),
      asked: instantText(createdAt, locale),
      clashes: clashes.map((clash) => viewOf(clash, locale)),
    })),
    declined: declined.map(({ id, name, position, decidedAt }) => ({
      id,
      name,
      position: positionName(position, locale),
      at: decidedAt === null ? '' : instantText(decidedAt, locale),
    })),
  }
})

async function confirm(ctx: Signed, unitId: string, typed: FormData) {
  const text = (name: string) => String(typed.get(name) ?? '')
  const position = text('position') || null
  if (position !== null && !knownPositions().has(position)) return refuse('people:error.positionUnknown', 'position')
  return confirmJoin(ctx, {
    unitId,
    joinId: text('joinId'),
    position,
    same: readSame(text('same')),
    passes: {
      gives: (course) => catalogue().courses.get(course)?.zh.gives ?? [],
      makeNumber: (year) => certificateNumber(year, newCode(numberBodyLength)),
    },
  })
}

export const action = serve('manager', async (ctx, { request, params }) => {
  const unitId = param(params, 'unitId')
  const typed = await formOf(request)
  const intent = typed.get('intent')
  const joinId = String(typed.get('joinId') ?? '')
  const outcome =
    intent === 'decline'
      ? await declineJoin(ctx, { unitId, joinId })
      : intent === 'reopen'
        ? await reopenJoin(ctx, { unitId, joinId })
        : await confirm(ctx, unitId, typed)
  if (isRefused(outcome)) return refusedForm(outcome, typed)
  const person = outcome.kind === 'confirmed' ? `&person=${outcome.personId}` : ''
  const done = outcome.kind === 'confirmed' && outcome.merged ? 'merged' : outcome.kind
  throw redirect(`/units/${unitId}/joins?done=${done}&join=${encodeURIComponent(joinId)}${person}`)
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('people:frame.joins')} · ${unit.name}`)

export default function Joins() {
  const { unit, page, pages, total, decided, positions, waiting, declined } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('people')
  return (
    <UnitFrame unit={unit} title={total === 0 ? t('joins.none') : t('joins.title', { count: total })} here="joins">
      <div className="mt-4 max-w-measure">
        <DecidedNotice unitId={unit.id} {...decided} />
        <FormErrors answer={answer} />
        {waiting.length === 0 ? (
          <Empty title={t('joins.noneNext')}>
            <p>
              <a href={`/units/${unit.id}/join-code`}>{t('joins.noneText')}</a>
            </p>
          </Empty>
        ) : (
          <ol className="divide-y divide-line border-y border-line">
            {waiting.map((join) => (
              <WaitingJoin key={join.id} join={join} positions={positions} />
            ))}
          </ol>
        )}
        {pages > 1 && <Pager page={page} pages={pages} total={total} search="" />}
        <DeclinedList declined={declined} />
      </div>
    </UnitFrame>
  )
}
