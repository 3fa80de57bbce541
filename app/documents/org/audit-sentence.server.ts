import type { Locale } from '~/i18n/config'
import { dayText, instantText } from '~/i18n/format'
import { translator } from '~/i18n/translator'

type Entry = {
  id: string
  at: string
  actor: string
  actorName: string | null
  act: string
  targetKind: string
  targetId: string
  targetName: string | null
  unitId: string | null
  unitName: string | null
  placeName: string | null
  detail: Record<string, string | number | boolean | null>
}

/** An entry of the audit log for readers: who, did what, to what and where, with the particulars. `href` leads to what it was done to. */
export type AuditSentence = {
  id: string
  when: string
  who: string
  did: string
  what: string
  href: string | null
  where: string
  more: string[]
}

/** The words of an act; its code where no area has words for it. */
export function actWords(act: string, locale: Locale): string {
  const words = translator(locale)
  const key = act.replace('.', ':act.')
  return /^[a-z]+\.[A-Za-z]+$/.test(act) && words.exists(key) ? words.t(key) : act
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

/** Particulars that are codes with words of their own. */
const coded: Readonly<Record<string, string>> = {
  listWhy: 'personal:export.why',
  sightWhy: 'personal:number.reason',
  seenNumber: 'personal:number.what',
  correctedField: 'personal:correct.field',
  erasure: 'personal:erase.reason',
}

function particulars({ detail }: Entry, locale: Locale, wordOf: (name: string, value: string) => string): string[] {
  const words = translator(locale)
  return Object.entries(detail).flatMap(([name, value]) => {
    const key = `org:audit.detail.${name}`
    if (value === null || value === '' || !words.exists(key)) return []
    const codeKey = `${coded[name] ?? ''}.${value}`
    const text = words.exists(codeKey)
      ? words.t(codeKey)
      : name === 'role' && words.exists(`org:role.${value}`)
        ? words.t(`org:role.${value}`)
        : isDay(value)
          ? dayText(value, locale)
          : wordOf(name, String(value))
    return [words.t(key, { value: text })]
  })
}

function hrefOf({ targetKind, targetId }: Entry): string | null {
  if (targetKind === 'unit') return `/admin/units/${targetId}`
  if (targetKind === 'person') return `/admin/people/${targetId}`
  return null
}

export function auditSentence(entry: Entry, locale: Locale, wordOf: (name: string, value: string) => string): AuditSentence {
  const words = translator(locale)
  const { targetKind, targetName, unitName, placeName } = entry
  const kind = `org:audit.target.${targetKind}`
  const where = [unitName, placeName].flatMap((name) => (name !== null && name !== targetName ? [name] : [])).join(' · ')
  return {
    id: entry.id,
    when: instantText(entry.at, locale),
    who: entry.actorName ?? words.t(entry.actor === 'system' ? 'org:audit.system' : 'org:audit.somebody'),
    did: actWords(entry.act, locale),
    what: targetName ?? (words.exists(kind) ? words.t(kind) : targetKind),
    href: hrefOf(entry),
    where,
    more: particulars(entry, locale, wordOf),
  }
}
