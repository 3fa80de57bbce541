import { redirect } from '@remix-run/node'
import { findCodeKind } from '~/data/org/code-kinds.server'
import { findJoinable } from '~/data/org/join-codes.server'
import { findStation } from '~/data/rollcall/stations.server'
import { readPosterCode } from '~/domain/outreach/poster-code'
import { readArrivalCode } from '~/domain/rollcall/arrival'
import { readCode, tokenLength } from '~/domain/shared/codes'
import { admitAddress, admitCrowd } from '~/http/public-limit.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { printed } from '~/paths'
import { titled } from '~/ui/shell/title'

/**
 * A code typed by hand instead of scanned: leads to where the printed address would. A check-in code and a unit's have as many letters; a
 * unit's goes first, because it is printed.
 */
export const loader = serve('anyone', async ({ address, today }, { request }) => {
  const typed = new URL(request.url).searchParams.get('code') ?? ''
  const code = readCode(typed, 8)
  if (code !== null && isCheckIn(code) && findJoinable(code, today) === null) {
    await admitCrowd(address)
    throw redirect(printed.checkIn(code))
  }
  await admitAddress(address)
  const token = readCode(typed, tokenLength)
  if (token !== null) throw redirect(findCodeKind(token) === 'card' ? printed.gate(token) : printed.certificate(token))
  const poster = readPosterCode(typed)
  if (poster.kind === 'code') throw redirect(printed.poster(poster.code))
  if (code !== null) throw redirect(printed.unit(code))
  return {}
})

const isCheckIn = (code: string): boolean => findStation(readArrivalCode(code)?.station ?? '') !== null

export const handle = titled<typeof loader>((t) => t('outreach:badCode.title'))

export default function UnreadableCode() {
  const { t } = useTranslation('outreach')
  return (
    <div className="max-w-measure">
      <h1>{t('badCode.title')}</h1>
      <p className="mt-4">{t('badCode.text')}</p>
      <p className="mt-6">
        <a href="/#code">{t('badCode.again')}</a>
      </p>
    </div>
  )
}
