import { expect, it } from 'vitest'
import { quickWords } from '~/i18n/quick-words'
import { translator } from '~/i18n/translator'

it('says of thousands of lines what the translator says, in both languages, whatever somebody is called', () => {
  for (const locale of ['zh', 'en'] as const) {
    const [words, t] = [quickWords(locale, 'classcover'), translator(locale).getFixedT(null, 'classcover')]
    for (const name of ['赵四', 'O’Neill & <b>', '{{day}}'])
      for (const key of ['line.inPerson', 'line.byDeputy', 'line.successor', 'line.notAsked', 'state.missing'])
        expect(words(key, { name, day: '2026年4月10日' })).toBe(t(key, { name, day: '2026年4月10日' }))
    expect(words('line.inCharge', { names: '$t(state.missing)' })).toContain('$t(state.missing)')
  }
})
