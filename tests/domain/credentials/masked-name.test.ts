import { expect, it } from 'vitest'
import { hasSurname, maskedName } from '~/domain/credentials/masked-name'

it.each([
  ['张三', '张*'],
  ['张三丰', '张**'],
  ['欧阳锋', '欧阳*'],
  ['欧阳娜娜', '欧阳**'],
  ['司马光', '司马*'],
  ['欧阳', '欧*'],
  ['王', '*'],
  ['买买提·艾力', '买**'],
  ['John Smith', 'J***'],
  ['o’Neill', 'o***'],
  ['  李四 ', '李*'],
  ['𠮷田', '𠮷*'],
  ['', '*'],
])('%s is shown as %s', (name, shown) => {
  expect(maskedName(name)).toBe(shown)
})

it.each([
  ['张三丰', '张', true],
  ['张三丰', '张三丰', true],
  ['张三丰', '三', false],
  ['欧阳娜娜', '欧阳', true],
  ['欧阳娜娜', '欧', false],
  ['欧阳', '欧', true],
  ['王', '王', true],
  ['买买提·艾力', '买买提', true],
  ['买买提·艾力', '买', false],
  ['John Smith', 'smith', true],
  ['John Smith', 'JOHN', true],
  ['John Smith', 'J', false],
  ['张三', ' 张 ', true],
  ['张三', '', false],
  ['', '', false],
])('of %s, %s is the surname: %s', (name, typed, is) => {
  expect(hasSurname(name, typed)).toBe(is)
})
