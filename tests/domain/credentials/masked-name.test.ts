import { expect, it } from 'vitest'
import { maskedName } from '~/domain/credentials/masked-name'

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
