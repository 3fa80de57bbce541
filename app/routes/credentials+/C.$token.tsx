import { data, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { positionName } from '~/content/duty-lines.server'
import { formatDay } from '~/domain/shared/day'
import { admitAddress } from '~/http/public-limit.server'
import { serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { CertificateCheck, type CheckFacts } from '~/ui/credentials/certificate-check'
import { titled } from '~/ui/shell/title'
import { lookUpCertificate } from '~/usecases/credentials/look-up-certificate.server'

const headersOf = { 'X-Robots-Tag': 'noindex, nofollow', 'Cache-Control': 'private, no-store' }
export const headers = () => headersOf
export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }]

/** Anyone with the exact token. An unknown and a malformed one get the same bytes: the address as typed is not said back. */
export const loader = serve('anyone', async ({ today, locale, address }, { params }) => {
  await admitAddress(address)
  const found = lookUpCertificate(params.token ?? '', today)
  const asked = dayText(formatDay(today), locale)
  if (found === null) return data({ check: { state: 'unknown' as const, asked } satisfies CheckFacts }, { headers: headersOf })
  const { position, course, passedOn, ...rest } = found
  const check: CheckFacts = {
    ...rest,
    asked,
    position: positionName(position, locale),
    course: catalogue().courses.get(course)?.[locale].title ?? course,
    passedOn: dayText(passedOn, locale),
  }
  return data({ check }, { headers: headersOf })
})

export const handle = titled<typeof loader>((t) => t('credentials:check.question'))

export default function Check() {
  return <CertificateCheck check={useLoaderData<typeof loader>().check} />
}
