import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutNumbers, withoutSecrets } from '~/domain/running/without-secrets'

describe('what may be written into a log', () => {
  it('keeps what helps and hides whom it is about', () => {
    const fault = new Error('phone 13800000001 is taken')
    expect(
      withoutSecrets({ status: 500, job: 'daily backup', ms: 12.5, fault, phone: '13800000001', user: { idNumber: 'x' } }),
    ).toMatchObject({
      status: 500,
      job: 'daily backup',
      ms: 12.5,
      fault: { name: 'Error', message: 'phone [hidden] is taken', stack: expect.stringMatching(/^\s+at /) },
      phone: '[hidden]',
      user: { idNumber: '[hidden]' },
    })
  })

  it('hides numbers however they are written', () => {
    for (const text of ['13800000001', 'a13800000001b', '138 0000 0001', '138-0000-0001', '１３８００００００００１', '33010219900307123X'])
      expect(withoutNumbers(`说 ${text} 了`)).toBe(text.startsWith('a') ? '说 a[hidden]b 了' : '说 [hidden] 了')
    expect(withoutNumbers('2026-11-23T16:00:00Z 12:30 GB 1234567890')).toBe('2026-11-23T16:00:00Z 12:30 GB 1234567890')
  })

  it('keeps of the database client’s words the last line, which says what is wrong and not of whom', () => {
    const fault = Object.assign(new Error('\nInvalid invocation:\n  data: { name: "王小明" }\n\nArgument `at` is missing.'), {
      name: 'PrismaClientValidationError',
    })
    expect(JSON.stringify(withoutSecrets({ fault }))).not.toContain('王小明')
    expect(withoutSecrets({ fault })).toMatchObject({ fault: { message: 'Argument `at` is missing.' } })
  })

  it('ends at a circle, and at what is endless', () => {
    const circle: Record<string, unknown> = { at: new Date('2026-03-10T02:00:00Z'), bytes: Buffer.from('secret') }
    circle.self = circle
    expect(
      JSON.stringify(withoutSecrets({ circle, list: Array.from({ length: 1000 }, () => 'x'), text: 'x'.repeat(10_000) })).length,
    ).toBeLessThan(5000)
  })

  it('lets no phone, ID number or secret through, wherever it stands', () => {
    const number = fc.oneof(fc.stringMatching(/^1[3-9]\d{9}$/), fc.stringMatching(/^[1-9]\d{16}[\dX]$/))
    const secretField = fc.constantFrom(
      'password',
      'token',
      'Cookie',
      'authorization',
      'phone',
      'idNumber',
      'sessionId',
      'apiKey',
      '手机号',
    )
    const secret = fc.stringMatching(/^[A-Za-z]{12,20}$/)
    const cases = fc
      .tuple(number, secret, secretField, fc.string(), fc.string())
      .chain(([hiddenNumber, hiddenSecret, field, before, after]) => {
        const text = `${before.replace(/[0-9]+$/, '')}${hiddenNumber}${after.replace(/^[0-9]+/, '')}`
        const leaf = fc.oneof(
          fc.constant(text),
          fc.constant(new Error(text)),
          fc.constant({ [field]: hiddenSecret }),
          fc.constant({ [field]: { inner: [hiddenSecret] } }),
          fc.constant({ [text]: 1 }),
          fc.constant(hiddenNumber.endsWith('X') ? text : Number(hiddenNumber)),
          fc.constant(new Error('outer', { cause: new Error(text) })),
        )
        const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
          tree: fc.oneof(
            { maxDepth: 5 },
            leaf,
            fc.array(tie('tree'), { maxLength: 4 }),
            fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4 }),
          ),
        }))
        return tree.map((value) => ({ value, hiddenNumber, hiddenSecret }))
      })
    fc.assert(
      fc.property(cases, ({ value, hiddenNumber, hiddenSecret }) => {
        const line = JSON.stringify(withoutSecrets({ value }))
        expect(line).not.toContain(hiddenNumber)
        expect(line).not.toContain(hiddenSecret)
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 500) },
    )
  })
})
