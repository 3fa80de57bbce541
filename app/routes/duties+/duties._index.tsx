import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import type { DutyChoice } from '~/content/duty-catalogue.server'
import { dutyList } from '~/content/duty-pages.server'
import { positionChoices } from '~/content/position-words.server'
import { wordOptions } from '~/content/word-options.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import type { DutyList } from '~/ui/duties/catalogue/entry'
import { DutyCatalogue } from '~/ui/duties/catalogue/list'
import { titled } from '~/ui/shell/title'

const forces = ['law', 'rule', 'standard', 'policy', 'plan'] as const
const kinds = ['computed', 'stated'] as const

export const loader = serve('anyone', (ctx, { request }): DutyList => {
  const { vocabulary } = catalogue()
  const query = readQuery(request)
  const traits = wordOptions(vocabulary.traits, ctx.locale)
  const choice: DutyChoice = {
    text: query.text('q'),
    position: query.oneOf('position', [...vocabulary.positions.keys()]),
    trait: query.oneOf(
      'trait',
      traits.map(({ value }) => value),
    ),
    force: query.oneOf('force', forces),
    kind: query.oneOf('kind', kinds),
  }
  const isOn = Object.values(choice).some((asked) => asked !== null)
  return {
    ...dutyList(choice, isOn, ctx.locale, ctx.today),
    chosen: {
      q: choice.text ?? '',
      position: choice.position ?? '',
      trait: choice.trait ?? '',
      force: choice.force ?? '',
      kind: choice.kind ?? '',
      isOn,
    },
    positions: positionChoices(ctx.locale),
    traits,
  }
})

export const handle = titled<typeof loader>((t) => t('duties:catalogue.title'))

export default function Duties() {
  const list = useLoaderData<typeof loader>()
  const { t } = useTranslation('duties')
  return (
    <div className="mx-auto max-w-4xl">
      <p className="text-ink2">{t('catalogue.title')}</p>
      <DutyCatalogue list={list} />
    </div>
  )
}
