import { describe, expect, it } from 'vitest'
import { readLogin, staffNumber } from '~/domain/accounts/login'
import { passwordFault } from '~/domain/accounts/password'
import { mayResetAccess, readSlip, slipText } from '~/domain/accounts/slip'

describe('what one signs in with', () => {
  it('is a phone where it reads as one', () => expect(readLogin('138 0000 1234')).toEqual({ kind: 'phone', value: '13800001234' }))
  it('is a staff number otherwise, in any case', () =>
    expect(readLogin(' hx7k – 0042')).toEqual({ kind: 'staffNumber', value: 'HX7K-0042' }))
  it('is numbered with four digits and more where a unit is large', () => {
    expect(staffNumber('hx7k', 7)).toBe('HX7K-0007')
    expect(staffNumber('HX7K', 12345)).toBe('HX7K-12345')
  })
})

describe('a new password', () => {
  it.each([
    ['1234567', 'short'],
    ['消防安全七个', 'short'],
    ['我家门口有两棵树', null],
    ['x'.repeat(200), 'common'],
    [`correct horse ${'x'.repeat(114)}`, null],
    ['x1'.repeat(129), 'long'],
    ['12345678', 'common'],
    ['１２３４５６７８', 'common'],
    ['Password', 'common'],
    ['87654321', 'common'],
    ['abcdefgh', 'common'],
    ['13800001234', 'login'],
    ['hx7k-0042', 'login'],
    ['HX7K0042', 'login'],
    ['tieguanyin 7', null],
  ])('%s: %s', (password, fault) => expect(passwordFault(password, ['13800001234', 'HX7K-0042'])).toBe(fault))
})

describe('a slip', () => {
  it('is printed in fours and read back however it is typed', () => {
    expect(slipText('ABCDEFGHJKMN')).toBe('ABCD-EFGH-JKMN')
    expect(readSlip('abcd efgh-jkmn')).toBe('ABCDEFGHJKMN')
    expect(readSlip('ABCD-EFGH-JKM0')).toBeNull()
  })
  it("is the manager's to give only where the account opens nothing beyond his units", () => {
    expect(mayResetAccess({ grants: 0, postsElsewhere: 0 }, false)).toBe(true)
    expect(mayResetAccess({ grants: 1, postsElsewhere: 0 }, false)).toBe(false)
    expect(mayResetAccess({ grants: 0, postsElsewhere: 1 }, false)).toBe(false)
    expect(mayResetAccess({ grants: 1, postsElsewhere: 1 }, true)).toBe(true)
  })
})
