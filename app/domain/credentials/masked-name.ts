const compoundSurnames = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 ' +
    '司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五'
  ).split(' '),
)

/** A name for strangers: the surname and a star for each further character (张**, 欧阳*); other scripts keep the first letter (J***). */
export function maskedName(name: string): string {
  const letters = [...name.trim()]
  const [first] = letters
  if (first === undefined) return '*'
  if (!/\p{Script=Han}/u.test(first)) return `${first}***`
  if (letters.includes('·') || letters.includes('•')) return `${first}**`
  const surname = letters.length > 2 && compoundSurnames.has(letters.slice(0, 2).join('')) ? 2 : 1
  return letters.length === 1 ? '*' : letters.slice(0, surname).join('') + '*'.repeat(letters.length - surname)
}

/** Is this the surname (or the whole name) of who is called so? Of a name in other scripts its first or last word will do, in any case. */
export function hasSurname(name: string, typed: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').replaceAll('•', '·').toLowerCase()
  const [whole, asked] = [plain(name), plain(typed)]
  if (asked === '' || asked === whole) return asked !== ''
  if (!/^\p{Script=Han}/u.test(whole)) return [whole.split(' ')[0], whole.split(' ').at(-1)].includes(asked)
  if (whole.includes('·')) return asked === whole.split('·')[0]
  const letters = [...whole]
  const surname = letters.length > 2 && compoundSurnames.has(letters.slice(0, 2).join('')) ? 2 : 1
  return asked === letters.slice(0, surname).join('')
}
