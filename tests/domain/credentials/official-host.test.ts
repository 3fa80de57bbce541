import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HostFault, officialHost } from '~/domain/credentials/official-host'

const known = new Set(['cx.mem.gov.cn', 'zscx.osta.org.cn', 'cnse.samr.gov.cn', 'www.cpta.com.cn'])
const why = (text: string): HostFault | 'official' => {
  const read = officialHost(text, known)
  return read.kind === 'official' ? 'official' : read.why
}

describe('a scanned code is opened for known official hosts only', () => {
  it.each([
    ['https://cx.mem.gov.cn', 'https://cx.mem.gov.cn/'],
    ['https://cx.mem.gov.cn/special?index=0#a', 'https://cx.mem.gov.cn/special?index=0#a'],
    ['HTTPS://CX.MEM.GOV.CN/Special', 'https://cx.mem.gov.cn/Special'],
    ['  cx.mem.gov.cn/special ', 'https://cx.mem.gov.cn/special'],
    ['https://zscx.osta.org.cn?n=1', 'https://zscx.osta.org.cn/?n=1'],
    ['https://cx.mem.gov.cn/证?名=张', 'https://cx.mem.gov.cn/%E8%AF%81?%E5%90%8D=%E5%BC%A0'],
  ])('%s opens %s', (text, address) => {
    expect(officialHost(text, known)).toMatchObject({ kind: 'official', address })
  })

  it.each<[string, HostFault]>([
    ['', 'empty'],
    ['   ', 'empty'],
    [`https://cx.mem.gov.cn/${'a'.repeat(1000)}`, 'long'],
    ['T320981199001011234', 'noAddress'],
    ['证书编号 1234', 'unseen'],
    ['http://cx.mem.gov.cn/special', 'http'],
    ['https://cx.mem.gov.cn.evil.com/special', 'lookAlike'],
    ['https://cx.mem.gov.cn.cn/', 'lookAlike'],
    ['https://cx-mem-gov.cn/', 'lookAlike'],
    ['https://cx.rnem.gov.cn/', 'lookAlike'],
    ['https://cx.rmem.gov.cn/', 'lookAlike'],
    ['https://cx.mem.g0v.cn/', 'lookAlike'],
    ['https://cx.mem.gov.com/', 'lookAlike'],
    ['https://mem.gov.cn/', 'lookAlike'],
    ['https://a.cx.mem.gov.cn/', 'lookAlike'],
    ['https://evil.com/cx.mem.gov.cn', 'unknown'],
    ['https://evil.com/?https://cx.mem.gov.cn', 'unknown'],
    ['https://cx.mem.gov.cn@evil.com/', 'userinfo'],
    ['https://evil.com@cx.mem.gov.cn/', 'userinfo'],
    ['https://cx.mem.gov.cn:8443/', 'port'],
    ['cx.mem.gov.cn:443/', 'port'],
    ['https://cx.mem.gov.cn./', 'trailingDot'],
    ['https://cx.mem.gov.cn。evil.com/', 'foreign'],
    ['https://cx。mem。gov。cn/', 'foreign'],
    ['https://сx.mem.gov.cn/', 'foreign'],
    ['https://ｃｘ.mem.gov.cn/', 'foreign'],
    ['https://xn--x-7tb.mem.gov.cn/', 'punycode'],
    ['https://cx.mem.gov%2ecn/', 'encoded'],
    ['https://cx.mem.gov.cn\\@evil.com/', 'backslash'],
    ['https:\\\\cx.mem.gov.cn/', 'backslash'],
    ['https://cx.mem.\u200bgov.cn/', 'unseen'],
    ['https://cx.mem.gov.cn/\u202e', 'unseen'],
    ['https://cx.mem.\tgov.cn/', 'unseen'],
    ['https://cx.mem.gov.cn/ evil', 'unseen'],
    ['https:cx.mem.gov.cn', 'scheme'],
    ['javascript:alert(1)//cx.mem.gov.cn', 'scheme'],
    ['data:text/html,cx.mem.gov.cn', 'scheme'],
    ['weixin://dl/business', 'scheme'],
    ['//cx.mem.gov.cn/', 'noAddress'],
    ['https://', 'noAddress'],
    ['https://localhost/', 'noAddress'],
    ['https://127.0.0.1/', 'number'],
    ['https://2130706433/', 'number'],
    ['https://0x7f000001/', 'number'],
    ['https://[::1]/', 'port'],
    ['https://www.baidu.com/', 'unknown'],
  ])('%s is refused: %s', (text, fault) => {
    expect(why(text)).toBe(fault)
  })

  it('whatever is opened is read by a browser as exactly a known host, without user or port', () => {
    const bits = fc.constantFrom(
      ...[
        'https://',
        'http://',
        'cx.mem.gov.cn',
        'evil.com',
        '.',
        '。',
        '@',
        ':',
        '8443',
        '/',
        '\\',
        '?',
        '#',
        '%2e',
        ' ',
        '\t',
        'xn--',
        'x',
        '\u200b',
      ],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string({ maxLength: 3 })), { maxLength: 9 }), (parts) => {
        const read = officialHost(parts.join(''), known)
        if (read.kind === 'refused') return true
        const { protocol, host, username, password, hostname } = new URL(read.address)
        return protocol === 'https:' && known.has(host) && host === hostname && host === read.host && username + password === ''
      }),
      { numRuns: 5000 },
    )
  })

  it('no single change of a known host is opened', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.nat(20), fc.string({ minLength: 1, maxLength: 2 }), (host, at, put) => {
        const changed = host.slice(0, at) + put + host.slice(at)
        const read = officialHost(`https://${changed}`, known)
        return read.kind === 'refused' || new URL(read.address).host === host
      }),
      { numRuns: 3000 },
    )
  })
})
