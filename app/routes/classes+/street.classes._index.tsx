import { useLoaderData } from '@remix-run/react'
import { programmesIn } from '~/data/classes/programmes.server'
import { formatDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { actorScope } from '~/http/context.server'
import { serve } from '~/http/serve.server'
import type { Programmes } from '~/ui/classes/programmes'
import { ProgrammesView } from '~/ui/classes/programmes-view'
import { titled } from '~/ui/shell/title'
import { wholePlaces } from './programme-form-page.server'
import { programmeLine } from './programme-lines.server'

export const loader = serve('supervisor', async (ctx): Promise<Programmes> => {
  const programmes = await programmesIn(actorScope(ctx, 'supervise'))
  const lines = await Promise.all(programmes.map((programme) => programmeLine(programme, ctx.today)))
  return {
    years: [...groupedBy(lines, ({ year }) => String(year))].map(([year, own]) => ({ year: Number(year), lines: own })),
    mayMake: wholePlaces(ctx).length > 0,
    thisYear: Number(formatDay(ctx.today).slice(0, 4)),
  }
})

export const handle = titled<typeof loader>((t) => t('classes:index.title'))

export default function ProgrammesOfStreet() {
  return <ProgrammesView page={useLoaderData<typeof loader>()} />
}
