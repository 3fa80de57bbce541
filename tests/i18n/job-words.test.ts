import { expect, it } from 'vitest'
import { jobStates } from '~/gateways/jobs.server'
import { locales } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import '~/server-parts.server'

it('every job of the server is named in words on the page of how it runs', () => {
  const wordless = locales.flatMap((locale) =>
    jobStates().flatMap(({ name }) => (translator(locale).exists(`running:job.${name}`) ? [] : [`${locale}: ${name}`])),
  )
  expect(jobStates().length).toBeGreaterThan(10)
  expect(wordless).toEqual([])
})
