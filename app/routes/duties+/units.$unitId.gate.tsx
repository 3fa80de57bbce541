import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { checksAPage, checksOfUnit, gateTokensOf } from '~/data/duties/gate-checks.server'
import { countWaiting } from '~/data/org/joins.server'
import { findManagedUnit } from '~/data/org/people.server'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { settings } from '~/env.server'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, requireFreshPassword, serve } from '~/http/serve.server'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { GateLog } from '~/ui/duties/gate-log'
import { GateTokens } from '~/ui/duties/gate-tokens'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { UnitFrame } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { endGateToken } from '~/usecases/duties/end-gate-token.server'
import { makeGateToken } from '~/usecases/duties/make-gate-token.server'
import { logLine } from './gate-lines.server'

const answers = ['cleared', 'missing', 'ahead', 'ended'] as const

export const loader = serve('manager', async (ctx, { request, params }) => {
  const { locale } = ctx
  const scope = actorScope(ctx, 'manage')
  const unit = await findManagedUnit(scope, param(params, 'unitId'))
  if (unit === null) throw new NotFound()
  const query = readQuery(request)
  const page = query.page()
  const answer = query.oneOf('answer', answers) ?? ''
  const { rows, total } = checksOfUnit(unit.id, answer, page)
  return {
    unit: { id: unit.id, name: unit.name, waiting: await countWaiting(scope, unit.id) },
    answer,
    page,
    total,
    pages: Math.max(1, Math.ceil(total / checksAPage)),
    search: query.search,
    lines: rows.map((row) => logLine(row, locale)),
    address: `${settings().publicUrl}/gate/answer?card=…&job=post`,
    tokens: gateTokensOf(unit.id).map(({ id, name, createdAt, usedAt }) => ({
      id,
      name,
      createdAt: instantText(createdAt, locale),
      usedAt: usedAt === null ? null : instantText(usedAt, locale),
    })),
  }
})

const schema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('make'),
    name: z.string('gate:error.nameMissing').trim().min(1, 'gate:error.nameMissing').max(40, 'gate:error.nameLong'),
  }),
  z.object({ act: z.literal('end'), id: z.string() }),
])

export const action = serve('manager', async (ctx, { request, params }) => {
  const unitId = param(params, 'unitId')
  requireFreshPassword(ctx, request)
  const form = await formOf(request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return formRefused(parsed.answer)
  const asked = parsed.value
  if (asked.act === 'end') {
    await endGateToken(ctx, unitId, asked.id)
    return redirect(`/units/${unitId}/gate`, 303)
  }
  const made = await makeGateToken(ctx, unitId, asked.name)
  return isRefused(made) ? refusedForm(made, form) : data({ token: made.token, name: asked.name, errors: {}, values: {} })
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('gate:unit.title')} · ${unit.name}`)

export default function UnitGate() {
  const { unit, answer, page, pages, total, search, lines, address, tokens } = useLoaderData<typeof loader>()
  const { t } = useTranslation('gate')
  return (
    <UnitFrame unit={unit} title={t(total === 0 && answer === '' ? 'unit.none' : 'unit.some', { count: total })} here="gate">
      <p className="no-print mt-4 flex flex-wrap gap-x-6">
        <a href="/gate" className="inline-flex min-h-touch items-center">
          {t('unit.ask')}
        </a>
        <a href={`/gate/list?unit=${unit.id}`} className="inline-flex min-h-touch items-center">
          {t('unit.list')}
        </a>
      </p>
      <nav aria-label={t('unit.only')} className="no-print mt-4 flex flex-wrap gap-x-5">
        {['', ...answers].map((one) => (
          <a
            key={one}
            href={one === '' ? '?' : `?answer=${one}`}
            aria-current={one === answer ? 'page' : undefined}
            className={`inline-flex min-h-touch items-center ${one === answer ? 'font-semibold text-ink no-underline' : ''}`}
          >
            {t(`unit.answer.${one === '' ? 'all' : one}`)}
          </a>
        ))}
      </nav>
      {lines.length === 0 ? (
        <Empty title={t('unit.empty')}>
          <p>{t('unit.emptyText')}</p>
        </Empty>
      ) : (
        <>
          <GateLog lines={lines} who />
          <Pager page={page} pages={pages} total={total} search={search} />
        </>
      )}
      <GateTokens tokens={tokens} address={address} answer={useActionData<typeof action>()} />
    </UnitFrame>
  )
}
