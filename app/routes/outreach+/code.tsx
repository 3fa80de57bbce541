import { redirect } from '@remix-run/node'
import { findCodeKind } from '~/data/org/code-kinds.server'
import { readPosterCode } from '~/domain/outreach/poster-code'
import { readCode, tokenLength } from '~/domain/shared/codes'
import { admitAddress } from '~/http/public-limit.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { printed } from '~/paths'
import { titled } from '~/ui/shell/title'

/** A code typed by hand instead of scanned: leads to where the printed address would. */
export const loader = serve('anyone', async ({ address }, { request }) => {
  await admitAddress(address)
  const typed = new URL(request.url).searchParams.get('code') ?? ''
  const token = readCode(typed, tokenLength)
  if (token !== null) throw redirect(findCodeKind(token) === 'card' ? printed.gate(token) : printed.certificate(token))
  const poster = readPosterCode(typed)
  if (poster.kind === 'code') throw redirect(printed.poster(poster.code))
  const code = readCode(typed, 8)
  if (code !== null) throw redirect(printed.unit(code))
  return {}
})

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
