import { type DrillBody, type GroupName, groupNames } from '~/domain/drills/drill-body'
import type { Locale } from '~/i18n/config'
import { dayAndTime, joined, type T, wordsIn } from './drill-words'
import type { Card, CardPaper } from './paper'

type Post = { id: string; title: string; does: readonly string[] }
/** What role cards print; texts of the template in the language of the cards. */
export type CardPrint = {
  locale: Locale
  unit: string
  body: DrillBody
  does: Record<GroupName, readonly string[]>
  /** The posts of the template, the commander among them. */
  posts: readonly Post[]
  /** Where the board of this drill is opened. */
  board: string
  /** Where whoever signs in sees what he does at drills, and whether he was counted. */
  mine: string
}

const commanderPost = 'commander'

/** One card each for the commander, every marshal, the four groups and the special posts. */
export function roleCards(print: CardPrint): CardPaper {
  const { locale, unit, body } = print
  const t = wordsIn(locale, 'drillpapers')
  return {
    kind: 'cards',
    title: t('cards.title', { drill: body.title }),
    language: locale,
    running: [unit, body.title, dayAndTime(body.on, body.startsAt, locale)].join(' · '),
    cut: t('cards.cut'),
    cards: [commander(print, t), ...marshals(print, t), ...groups(print, t), ...posts(print, t)],
  }
}

const opens = ({ board }: CardPrint, t: T): Pick<Card, 'address' | 'invite'> => ({ address: board, invite: t('cards.invite') })
/** The board is the commander's and the marshals'; whoever else holds a card is led to what is his. */
const others = ({ mine }: CardPrint, t: T): Pick<Card, 'address' | 'invite'> => ({ address: mine, invite: t('cards.inviteOthers') })
const meets = ({ body, locale }: CardPrint, t: T): string => t('cards.assembly', { place: joined(body.assembly, locale) })

function commander(print: CardPrint, t: T): Card {
  const own = print.posts.find(({ id }) => id === commanderPost)
  return {
    role: t('fact.commander'),
    who: print.body.commander.name,
    where: [own?.title ?? '', meets(print, t)].filter(Boolean).join(' · '),
    does: own?.does ?? [t('cards.commander.0'), t('cards.commander.1'), t('cards.commander.2')],
    ...opens(print, t),
  }
}

/** A marshal of several zones has one card that names them all. */
function marshals(print: CardPrint, t: T): Card[] {
  const { body, locale } = print
  const zones = new Map<string, { name: string; own: string[] }>()
  for (const zone of body.zones)
    for (const { id, name } of zone.marshals) zones.set(id, { name, own: [...(zones.get(id)?.own ?? []), zone.name] })
  return [...zones.values()].map(({ name, own }) => ({
    role: t('cards.marshal', { zones: joined(own, locale) }),
    who: name,
    where: meets(print, t),
    does: [0, 1, 2, 3, 4].map((nth) => t(`cards.marshalDoes.${nth}`)),
    ...opens(print, t),
  }))
}

function groups(print: CardPrint, t: T): Card[] {
  const words = wordsIn(print.locale, 'drills')
  return groupNames.map((group) => ({
    role: words(`group.${group}`),
    who: joined(
      print.body.groups[group].map(({ name }) => name),
      print.locale,
    ),
    where: meets(print, t),
    does: print.does[group],
    ...others(print, t),
  }))
}

const posts = (print: CardPrint, t: T): Card[] =>
  print.posts
    .filter(({ id }) => id !== commanderPost)
    .map(({ title, does }) => ({ role: title, who: t('cards.name'), where: meets(print, t), does, ...others(print, t) }))
