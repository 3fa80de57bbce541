import { describe, expect, it } from 'vitest'
import { csvOf } from '~/documents/org/csv'

describe('a table for a spreadsheet', () => {
  it('takes the teeth out of formulas', () => {
    expect(csvOf([['=1+1', '+2', '-3', '@x', '\tx', ' =cmd', '平安']])).toBe("\uFEFF'=1+1,'+2,'-3,'@x,'\tx,' =cmd,平安\r\n")
  })
  it('keeps commas, quotes and line ends inside their cells', () => {
    expect(csvOf([['a,b', 'say "hi"', 'two\nlines'], ['end']])).toBe('\uFEFF"a,b","say ""hi""","two\nlines"\r\nend\r\n')
  })
})
