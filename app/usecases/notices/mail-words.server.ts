import { z } from 'zod'
import { codeHours } from '~/domain/notices/mail-address'
import type { NoticeBody } from '~/domain/notices/notice'
import { settings } from '~/env.server'
import { unsubscribeToken } from '~/gateways/unsubscribe-token.server'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { noticeWords } from './notice-words.server'

/** Title and text of a letter, as the outbox keeps them. */
export const letterText = z.object({ subject: z.string(), text: z.string() })
export type LetterText = z.output<typeof letterText>

/** As many are told one by one; the app has the others. */
const mostTold = 30

const linesOf = (lines: readonly (string | readonly string[])[]): string => `${lines.flat().join('\n')}\n`

/** The letter with what is to be done. It names nobody, and leads back to the app for everything else. */
export function digestText(notices: readonly NoticeBody[], addressId: string, locale: Locale): LetterText {
  const { t } = translator(locale)
  const { publicUrl } = settings()
  const told = notices.slice(0, mostTold).flatMap((body, nth) => {
    const { mark, title, says, href } = noticeWords(body, locale)
    return [t('inbox:letter.line', { n: nth + 1, mark, title }), `   ${says}`, `   ${publicUrl}${href}`, '']
  })
  const more = notices.length - mostTold
  const text = linesOf([
    ...[t('inbox:letter.hello'), '', t('inbox:letter.lead', { count: notices.length }), ''],
    told,
    more > 0 ? [t('inbox:letter.more', { count: more }), ''] : [],
    ...[t('inbox:letter.all', { url: `${publicUrl}/me/notices` }), t('inbox:letter.settings', { url: `${publicUrl}/me/notices/settings` })],
    ...[t('inbox:letter.unsubscribe', { url: unsubscribeUrl(addressId) }), '', t('inbox:letter.noReply')],
  ])
  return { subject: t('inbox:letter.subject', { count: notices.length }), text }
}

/** The letter that asks whether somebody reads an address. */
export function codeText(code: string, locale: Locale): LetterText {
  const { t } = translator(locale)
  const url = `${settings().publicUrl}/me/notices/settings`
  const text = linesOf([
    ...[t('inbox:letter.hello'), '', t('inbox:code.lead'), '', `    ${code}`, ''],
    ...[
      t('inbox:code.where', { url }),
      t('inbox:code.hours', { count: codeHours }),
      '',
      t('inbox:code.notYou'),
      '',
      t('inbox:letter.noReply'),
    ],
  ])
  return { subject: t('inbox:code.subject'), text }
}

/** Where digests to an address are ended without signing in. */
export const unsubscribeUrl = (addressId: string): string => `${settings().publicUrl}/notices/unsubscribe/${unsubscribeToken(addressId)}`
