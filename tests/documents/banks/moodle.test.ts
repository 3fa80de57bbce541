import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBankText, writeBankText } from '~/documents/banks/bank-text.server'
import { readMoodle } from '~/documents/banks/moodle-reader.server'
import { writeMoodle } from '~/domain/banks/moodle-writer'
import { hostileQuestions } from '../../factories/bank-questions'
import { benchQuestion } from '../../factories/many-questions'

const numRuns = Number(process.env.ROUNDS ?? 300)

function read(inside: string) {
  const found = readMoodle(`<?xml version="1.0"?><quiz>${inside}</quiz>`)
  return found.kind === 'read' ? found.all : found
}
const choice = (stem: string, more = '', single = 'true') =>
  `<question type="multichoice"><name><text>n</text></name><questiontext format="html"><text><![CDATA[${stem}]]></text></questiontext><single>${single}</single>
  <answer fraction="100"><text>甲</text></answer><answer fraction="0"><text>乙</text></answer>${more}</question>`

describe('Moodle XML', () => {
  it('written and read again is the bank that it was', () => {
    fc.assert(
      fc.property(hostileQuestions(), (questions) => {
        const found = readMoodle(writeMoodle(questions))
        expect(found.kind === 'read' ? found.all.map((one) => (one.kind === 'read' ? one.question : one)) : found).toEqual(questions)
      }),
      { numRuns },
    )
  })

  it('brings HTML down to bold, lists and line breaks; scripts are gone, entities are letters', () => {
    const html =
      '<p onclick="x()">哪样<strong>必须</strong>做？&nbsp;5&nbsp;m<sup>2</sup> &lt;b&gt;</p><script>alert(1)</script><ul><li>一</li><li>二</li></ul>'
    expect(read(choice(html))).toMatchObject([
      { kind: 'read', question: { stem: '哪样**必须**做？ 5 m² <b>\n\n- 一\n- 二', options: ['甲', '乙'], right: [0] } },
    ])
  })

  it.each([
    ['a picture', 'hasPicture', choice('<p>看图 <img src="@@PLUGINFILE@@/a.png"></p>')],
    ['a table', 'otherContent', choice('<table><tr><td>一</td></tr></table>')],
    ['an essay', 'otherKind', '<question type="essay"><questiontext><text>写</text></questiontext></question>'],
    ['several that may be chosen and one that is right', 'kindDiffers', choice('哪样', '', 'false')],
    ['two that are right where one may be chosen', 'uneven', choice('哪样', '<answer fraction="100"><text>丙</text></answer>')],
  ])('refuses %s at its line', (_, fault, inside) => {
    expect(read(inside)).toMatchObject([{ kind: 'refused', line: 1, fault }])
  })

  it.each([
    ['entities that lead outside', '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz><question>&x;</question></quiz>'],
    ['entities that swell', '<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>'],
    ['a file that breaks off', '<quiz><question type="truefalse">'],
    ['another kind of file', '<html><body/></html>'],
    ['endless nesting', `<quiz>${'<a>'.repeat(5000)}`],
  ])('refuses a file with %s', (_, text) => {
    expect(readMoodle(text)).toMatchObject({ kind: 'refused', fault: 'damaged' })
  })
})

it('lets five thousand questions of ordinary length in as Moodle XML, and as text', () => {
  const all = Array.from({ length: 5000 }, (_, nth) => benchQuestion(nth))
  for (const format of ['moodle', 'text'] as const) {
    const found = readBankText(Buffer.from(writeBankText(format, all)), format)
    expect(found.kind === 'read' ? found.all.filter(({ kind }) => kind === 'read').length : found).toBe(5000)
  }
})
