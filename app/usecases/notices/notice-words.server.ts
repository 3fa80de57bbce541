import { allLicenceKinds } from '~/content/licences.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import type { NoticeBody, WatchCounts } from '~/domain/notices/notice'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import { translator } from '~/i18n/translator'
import { dutyNow } from '~/usecases/duties/duties-now.server'

/** A notice as it is read: how pressing it is, what it says, and the page where something is done about it. */
export type NoticeWords = { mark: string; title: string; says: string; href: string }

const unitName = (id: string): string => unitDirectory().byId.get(id)?.name ?? ''
const placeName = (path: string): string => unitDirectory().places.find((place) => place.path === path)?.name ?? ''

/** What is counted, in words; what is none is left out. */
function countsIn({ blocked, overdue, own, licences }: WatchCounts, locale: Locale): string {
  const { t } = translator(locale)
  const said = [
    ...(blocked > 0 ? [t('inbox:counts.blocked', { count: blocked })] : []),
    ...(overdue > 0 ? [t('inbox:counts.overdue', { count: overdue })] : []),
    ...(own > 0 ? [t('inbox:counts.own', { count: own })] : []),
    ...(licences > 0 ? [t('inbox:counts.licences', { count: licences })] : []),
  ]
  return said.join(locale === 'zh' ? '，' : ', ')
}

/** The words of a notice; names of units and duties are those of now. */
export function noticeWords(body: NoticeBody, locale: Locale): NoticeWords {
  const { t } = translator(locale)
  switch (body.kind) {
    case 'duty': {
      const on = dayText(body.until, locale)
      const says = t(`inbox:duty.${body.state}`, { on }) + (body.bars && body.state !== 'soon' ? t('inbox:duty.bars') : '')
      return { mark: t(`inbox:mark.${body.state}`), title: titleOf(body.duty, locale), says: says.trim(), href: '/me' }
    }
    case 'licence': {
      const title = allLicenceKinds().get(body.what)?.short[locale] ?? t('inbox:licence.title')
      const says = t(body.isOver ? 'inbox:licence.over' : 'inbox:licence.soon', { on: dayText(body.through, locale) })
      return { mark: t(body.isOver ? 'inbox:mark.overdue' : 'inbox:mark.licence'), title, says, href: `/me/licences/${body.licence}` }
    }
    case 'invitation': {
      const says = t('inbox:invitation', { unit: unitName(body.unit), on: dayText(body.on, locale) })
      return { mark: t('inbox:mark.invitation'), title: body.title, says, href: `/invitations/${body.invitation}` }
    }
    case 'unit':
      return { mark: t('inbox:mark.unit'), title: unitName(body.unit), says: countsIn(body, locale), href: `/units/${body.unit}` }
    case 'place': {
      const says = `${t('inbox:counts.units', { count: body.units })}${countsIn(body, locale)}`
      return { mark: t('inbox:mark.place'), title: placeName(body.place), says, href: '/street' }
    }
    case 'mail':
      return { mark: t('inbox:mark.mail'), title: t('inbox:mail.title'), says: t(`inbox:mail.${body.why}`), href: '/me/notices/settings' }
  }
}

/** A duty that the catalogue has no longer goes by its id. */
const titleOf = (duty: string, locale: Locale): string => dutyNow(duty)?.words.title[locale] ?? duty
