import type { Sent } from '~/domain/learn/read-answer'
import type { Asked } from '~/http/asked.server'
import { formOf } from '~/http/forms.server'

const text = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '')
const most = 12

/** What a piece's form sent. A body that is no form sends nothing, and is told so like an empty one. */
export async function sentIn(request: Asked): Promise<Sent> {
  const form = await formOf(request)
  const numbers = Array.from({ length: most }, (_, index) => index + 1)
  return {
    picks: form.getAll('pick').map(text).slice(0, most),
    places: numbers.flatMap((number) => (form.has(`place-${number}`) ? [text(form.get(`place-${number}`))] : [])),
    step: text(form.get('step')),
    again: form.get('again') === 'yes',
  }
}

/** Does a script ask, which shows the answer in place? */
export const wantsJson = (request: Asked): boolean => (request.headers.get('Accept') ?? '').includes('application/json')
