import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { positionName } from '~/content/duty-lines.server'
import { type Card, certificatesOf, findOwnCard } from '~/data/duties/gate-cards.server'
import { verdictOn } from '~/domain/duties/card-verdict'
import { clearanceUntil } from '~/domain/duties/clearance-until'
import { indexFacts } from '~/domain/duties/standing'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { settings } from '~/env.server'
import { param, serve } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { type CardFacts, WalletCard } from '~/ui/duties/wallet-card'
import { titled } from '~/ui/shell/title'
import { rulesNow } from '~/usecases/duties/duties-now.server'

const groupsOfFour = (token: string): string => (token.match(/.{1,4}/g) ?? []).join(' ')

function backOf(position: string, locale: Locale): Pick<CardFacts, 'five' | 'rests' | 'reprints'> {
  const back = catalogue().cards.get(position)
  const sources = back?.rests ?? []
  return {
    five: (back?.five ?? []).map((thing) => thing[locale]),
    rests: sources.flatMap(({ of, mark }) => (mark === 'V2' ? [] : [of])),
    reprints: sources.flatMap(({ of, mark }) => (mark === 'V2' ? [of] : [])),
  }
}

const faceOf = (card: Card, locale: Locale) => ({
  name: card.name,
  unitName: card.unitName,
  position: positionName(card.position, locale),
  address: `${settings().publicUrl}/G/${card.cardToken}`.toUpperCase(),
  token: groupsOfFour(card.cardToken),
  ...backOf(card.position, locale),
})

export const loader = serve('person', (ctx, { params }) => {
  const rules = rulesNow()
  const found = findOwnCard(param(params, 'postId'), ctx.actor.personId, rules)
  if (found === null) throw new NotFound()
  const { card, facts } = found
  const { mayWork, until } = clearanceUntil(indexFacts(facts), card.postId, ctx.today)
  const facing: CardFacts = {
    ...faceOf(card, ctx.locale),
    verdict: verdictOn(card, mayWork, ctx.today),
    today: formatDay(ctx.today),
    startsOn: card.from > ctx.today ? formatDay(card.from) : null,
    until: until === null ? null : formatDay(until),
  }
  const family = facts.people.map((person) => person.id)
  return { card: facing, postId: card.postId, certificates: certificatesOf(card, family) }
})

export const handle = titled<typeof loader>((t) => t('duties:card.title'))

export default function MyCard() {
  const { card, postId, certificates } = useLoaderData<typeof loader>()
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (
    <div className="mx-auto max-w-4xl">
      <div className="no-print mb-6">
        <h1>{t('card.title')}</h1>
        <p className="mt-1 text-ink2">{t('card.lead')}</p>
      </div>
      <WalletCard card={card} />
      <div className="no-print">
        <p className="mt-2">
          <a href={`/me#seat-${postId}`} className="inline-flex min-h-touch items-center">
            {t('card.why')}
          </a>
        </p>
        <p className="mt-2 max-w-measure text-14 text-ink2">{t('card.print')}</p>
        <h2 className="mt-8 text-18">{t('card.certificates')}</h2>
        {certificates.length === 0 && <p className="mt-1 text-ink2">{t('card.noCertificate')}</p>}
        <ul>
          {certificates.map(({ id, number, passedOn }) => (
            <li key={id}>
              <a href={`/certificates/${id}`} className="inline-flex min-h-touch items-center">
                {t('card.certificate', { day: dayText(passedOn, locale), number })}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
