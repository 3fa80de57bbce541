import { expect, it } from 'vitest'
import { formOf } from '~/http/forms.server'

const sent = (body: string, headers: Record<string, string> = {}) =>
  new Request('http://127.0.0.1/', { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers } })
const fields = async (request: Request) => [...(await formOf(request))].length

it('a form is read, and what is too long for one, or has too many fields, says nothing', async () => {
  expect(await fields(sent('a=1&'.repeat(5000)))).toBe(5000)
  expect(await fields(sent('a=1&'.repeat(200_000)))).toBe(0)
  const saying = (name: string, value: string) => ({
    url: 'http://x/',
    method: 'POST',
    headers: new Headers({ [name]: value }),
    formData: () => sent('a=1').formData(),
    json: async () => null,
  })
  expect([...(await formOf(saying('content-length', '3')))].length).toBe(1)
  expect([...(await formOf(saying('content-length', '20000000')))].length).toBe(0)
  expect([...(await formOf(saying('transfer-encoding', 'chunked')))].length).toBe(0)
})
