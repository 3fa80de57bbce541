import { data, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { positionName } from '~/content/duty-lines.server'
import { isMisread } from '~/domain/credentials/number'
import { formatDay } from '~/domain/shared/day'
import { type FormAnswer, refuse } from '~/domain/shared/refusal'
import { formOf, parseForm, refusedForm } from '~/http/forms.server'
import { minutesToWait } from '~/http/number-limit.server'
import { serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import type { CheckFacts } from '~/ui/credentials/certificate-check'
import { CheckByNumber } from '~/ui/credentials/check-by-number'
import { titled } from '~/ui/shell/title'
import { lookUpNumber } from '~/usecases/credentials/look-up-certificate.server'
import { courseName } from './register-page.server'

const headersOf = { 'X-Robots-Tag': 'noindex, nofollow', 'Cache-Control': 'private, no-store' }
export const headers = () => headersOf
export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }]

const numberMissing = 'credentials:register.public.numberMissing'
const surnameMissing = 'credentials:register.public.surnameMissing'
const schema = z.object({
  number: z.string(numberMissing).trim().min(1, numberMissing).max(60, 'credentials:register.public.misread'),
  surname: z.string(surnameMissing).trim().min(1, surnameMissing).max(60, surnameMissing),
})

type Answer = { check: CheckFacts | null; answer: FormAnswer | undefined }

export const loader = serve('anyone', () => data({}, { headers: headersOf }))

/** The number and the surname travel in the form, never in an address. Not found and not matched are one answer. */
export const action = serve('anyone', async ({ address, locale, today }, { request }) => {
  const say = (answer: Answer, status = 200) => data(answer, { status, headers: headersOf })
  const form = await formOf(request)
  const refused = (key: string, field?: string, values?: Record<string, number>) =>
    say({ check: null, answer: refusedForm(refuse(key, field, values), form).data }, 400)
  const minutes = await minutesToWait(address)
  if (minutes !== null) return refused('credentials:register.public.often', '', { minutes })
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return say({ check: null, answer: parsed.answer }, 400)
  const { number, surname } = parsed.value
  if (isMisread(number)) return refused('credentials:register.public.misread', 'number')
  const found = lookUpNumber(number, surname, today)
  if (found === null) return refused('credentials:register.public.unknown', '')
  const { position, course, passedOn, ...rest } = found
  const words = { position: positionName(position, locale), course: courseName(course, locale), passedOn: dayText(passedOn, locale) }
  return say({ check: { ...rest, ...words, asked: dayText(formatDay(today), locale) }, answer: undefined })
})

export const handle = titled<typeof loader>((t) => t('credentials:register.public.title'))

export default function ByNumber() {
  const given = useActionData<typeof action>()
  return <CheckByNumber check={given?.check ?? null} answer={given?.answer} />
}
