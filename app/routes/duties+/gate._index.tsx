import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { positionName } from '~/content/duty-lines.server'
import { allJobs, gateKeepers } from '~/content/jobs.server'
import { findAtGate, keptUnits } from '~/data/duties/gate-keeping.server'
import { readCode, tokenLength } from '~/domain/shared/codes'
import { actorScope } from '~/http/context.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { printed } from '~/paths'
import { GateForm } from '~/ui/duties/gate-form'
import { Empty } from '~/ui/kit/notice'
import { titled } from '~/ui/shell/title'
import { jobIn } from './gate-lines.server'

const most = 30

/** A card's token, typed, pasted or as the address in its code. */
function tokenIn(typed: string): string | null {
  const [, last = typed] = /\/G\/([^/?#\s]+)/i.exec(typed) ?? []
  return readCode(last, tokenLength)
}

export const loader = serve('person', (ctx, { request }) => {
  const { locale, today } = ctx
  const query = new URL(request.url).searchParams
  const job = jobIn(query)
  const typed = (query.get('card') ?? '').trim().slice(0, 300)
  const token = tokenIn(typed)
  if (token !== null) throw redirect(`${printed.gate(token)}?job=${job}`)
  const units = keptUnits(ctx.actor.personId, gateKeepers(), actorScope(ctx, 'manage'), today)
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const found = typed === '' || units.length === 0 ? [] : findAtGate([...names.keys()], typed, today, most)
  return {
    job,
    typed,
    jobs: allJobs().map((known) => ({ value: known.id, label: known[locale] })),
    units,
    found: found.map(({ id, name, unitId, position }) => ({
      id,
      name,
      unitName: names.get(unitId) ?? '',
      position: positionName(position, locale),
    })),
  }
})

export const handle = titled<typeof loader>((t) => t('gate:title'))

export default function AskAtGate() {
  const { job, typed, jobs, units, found } = useLoaderData<typeof loader>()
  const { t } = useTranslation('gate')
  return (
    <div className="mx-auto max-w-xl">
      <h1>{t('title')}</h1>
      <p className="mt-2 text-ink2">{t(units.length === 0 ? 'lead.stranger' : 'lead.keeper')}</p>
      <GateForm typed={typed} job={job} jobs={jobs} byName={units.length > 0} />
      {typed !== '' && found.length === 0 && (
        <Empty title={t('nobody.title', { typed })}>
          <p>{t(units.length === 0 ? 'nobody.stranger' : 'nobody.keeper')}</p>
        </Empty>
      )}
      {found.length > 0 && (
        <ul className="mt-6 border-t border-line">
          {found.map(({ id, name, unitName, position }) => (
            <li key={id} className="border-b border-line">
              <a href={`/gate/posts/${id}?job=${job}`} className="flex min-h-touch items-baseline gap-3 py-3 no-underline">
                <span className="text-18 font-semibold">{name}</span>
                <span className="text-ink2">{`${position} · ${unitName}`}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {units.length > 0 && (
        <nav aria-label={t('list.title')} className="mt-8 border-t border-line pt-4">
          <p className="font-semibold">{t('list.title')}</p>
          <p className="text-ink2">{t('list.lead')}</p>
          <ul>
            {units.map(({ id, name }) => (
              <li key={id}>
                <a href={`/gate/list?unit=${id}`} className="inline-flex min-h-touch items-center">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}
