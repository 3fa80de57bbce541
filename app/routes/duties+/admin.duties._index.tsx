import { useLoaderData } from '@remix-run/react'
import { adoptables } from '~/content/adoptable.server'
import { findAdoptions } from '~/data/duties/adoptions.server'
import { formatDay } from '~/domain/shared/day'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { AdoptableList } from '~/ui/duties/adoptable-list'
import { AdminFrame } from '~/ui/org/admin-frame'
import { DoneNotice } from '~/ui/org/done-notice'
import { titled } from '~/ui/shell/title'

export const loader = serve('administrator', async (ctx, { request }) => {
  const query = readQuery(request)
  const text = query.text('q') ?? ''
  const state = query.oneOf('state', ['on', 'off'] as const) ?? ''
  const today = formatDay(ctx.today)
  const adoptions = (await findAdoptions()).filter(({ to }) => to === null || to >= today)
  const all = adoptables(ctx.locale).map((duty) => ({
    ...duty,
    on: adoptions.filter(({ dutyId }) => dutyId === duty.id).map(({ id, place, from }) => ({ id, name: place.name, from })),
  }))
  const fits = (words: string[]) => words.some((word) => word.toLowerCase().includes(text.toLowerCase()))
  return {
    total: all.length,
    on: all.filter((duty) => duty.on.length > 0).length,
    duties: all
      .filter(({ title, plain, of, binds }) => text === '' || fits([title, plain, of, ...binds]))
      .filter(({ on }) => state === '' || (state === 'on') === on.length > 0),
    chosen: { q: text, state },
  }
})

export const handle = titled<typeof loader>((t) => t('duties:adopt.title'))

export default function Adoptables() {
  const facts = useLoaderData<typeof loader>()
  const { t } = useTranslation('duties')
  return (
    <AdminFrame title={t('adopt.answer', { on: facts.on, total: facts.total })} lead={t('adopt.lead')}>
      <DoneNotice />
      <AdoptableList {...facts} />
    </AdminFrame>
  )
}
