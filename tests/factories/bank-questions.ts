import fc from 'fast-check'
import { type BankQuestion, type Draft, questionLimits, questionOf } from '~/domain/banks/question'

/** What trips readers: marks of every format, in every width, and what only looks like one. */
const hostile = [
  ...[
    '{',
    '}',
    '=',
    '~',
    '#',
    '####',
    ':',
    '::',
    '\\',
    '\\n',
    '\\\\',
    '%50%',
    '%-100%',
    '//',
    '$CATEGORY: a',
    '->',
    '{T}',
    '[html]',
    '[markdown]',
  ],
  ...[
    '\n',
    '\n\n',
    'A. ',
    'B．',
    'Ｃ、',
    'D)',
    ' E. ',
    '\nA. 甲',
    '\nANSWER: B',
    'ANSWER: A',
    '\n答案：B',
    ' 答案：',
    '【答案】',
    '【解析】对',
    '\\答案：',
  ],
  ...[
    '\n解析：',
    '\n1. ',
    '\n2．',
    '3、',
    '3.5 米',
    '第3题',
    '（1）',
    '\n一、单选题',
    '二、判断题',
    '（ B ）',
    '( A、B )',
    '（√）',
    '\\（A）',
    '（　　）',
    '（ A B. ',
  ],
  ...[
    '<b>',
    '</b>',
    '<p>',
    '<img src=x onerror=alert(1)>',
    '<script>',
    '&amp;',
    '&lt;',
    '&#x41;',
    '&nbsp;',
    ']]>',
    '<![CDATA[',
    '<!--',
    '?>',
  ],
  ...[
    '**',
    '*',
    '- ',
    '\n- 一',
    '\n1) ',
    '_',
    '`',
    '　',
    '  ',
    '\u00a0',
    '👨‍👩‍👧',
    '🔥',
    '０１２',
    'ＡＢ',
    '，',
    '。',
    '“',
    '”',
    '"',
    "'",
    ',',
    ';',
    '|',
    '\t',
  ],
  ...[
    '=1+1',
    '@SUM(A1)',
    '+cmd',
    '正确',
    '错误',
    '对',
    '×',
    '√',
    'TRUE',
    'F',
    '难度：易',
    '编号：',
    '知识点：x',
    'é',
    'e\u0301',
    '\u200b',
    '\ufeff',
  ],
]

const hostileText = (most: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...hostile) },
        { weight: 2, arbitrary: fc.string({ maxLength: 6, unit: 'grapheme' }) },
        fc.constantFrom('灭火器', '疏散', '安全出口', '甲'),
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join('').slice(0, most))

const draft: fc.Arbitrary<Draft> = fc
  .record({
    stem: hostileText(questionLimits.stem),
    options: fc.uniqueArray(hostileText(questionLimits.option), { minLength: 2, maxLength: 6 }),
    chosen: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 }),
    isTruth: fc.boolean(),
    isTrue: fc.boolean(),
    explanation: fc.option(hostileText(questionLimits.explanation), { nil: '' }),
    difficulty: fc.constantFrom(1, 2, 3, null),
    point: fc.option(hostileText(questionLimits.point), { nil: '' }),
  })
  .map(({ options, chosen, isTruth, isTrue, ...rest }): Draft => {
    const places = [...new Set(chosen.map((one) => one % options.length))]
    return isTruth ? { ...rest, options: [], answer: { kind: 'truth', isTrue } } : { ...rest, options, answer: { kind: 'letters', places } }
  })

/** Questions as they may be kept, their texts as hostile as anybody could type them; ids are their places. */
export const hostileQuestions = (most = 6): fc.Arbitrary<BankQuestion[]> =>
  fc
    .array(draft, { minLength: 1, maxLength: most })
    .map((drafts) =>
      drafts.flatMap((one, nth) => {
        const read = questionOf({ ...one, id: nth % 3 === 0 ? '' : `q-${nth}.a` })
        return typeof read === 'string' ? [] : [read]
      }),
    )
    .filter((all) => all.length > 0)
