import { positionName } from '~/content/position-words.server'
import type { FoundClash } from '~/data/org/clashes.server'
import { mayBeSame } from '~/domain/org/joining'
import { maskedPhone } from '~/domain/org/phone'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'

/** A clash as a manager reads it: who it is inside his unit; outside, that there is somebody, and whether the names agree. */
export const viewOf = (clash: FoundClash, locale: Locale) => ({
  personId: clash.personId,
  by: clash.by,
  sameName: clash.sameName,
  mayBeSame: mayBeSame(clash),
  inside: clash.inside && {
    name: clash.inside.name,
    phone: clash.inside.phone === null ? null : maskedPhone(clash.inside.phone),
    posts: clash.inside.posts.map(({ position, from, to }) => ({
      position: positionName(position, locale),
      from: dayText(from, locale),
      to: to === null ? null : dayText(to, locale),
    })),
  },
})
