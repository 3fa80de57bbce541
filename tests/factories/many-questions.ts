import { type BankQuestion, questionOf } from '~/domain/banks/question'

/** Another question for each number, as long as those that people write. */
export function benchQuestion(nth: number): BankQuestion {
  const made = questionOf({
    stem: `第${nth}题：营业期间疏散通道上堆放货物，发现后最先应当做的是（　　）。`,
    options: ['立即清走，恢复畅通', '等营业结束以后再清', '贴一张提示就可以', `报告第${nth}号值班员后离开`],
    answer: { kind: 'letters', places: nth % 5 === 0 ? [0, 3] : [0] },
    explanation: '疏散通道、安全出口必须保持畅通，营业期间不得占用、堵塞、封闭。',
    difficulty: nth % 2 === 0 ? 1 : 2,
    point: '疏散逃生',
  })
  if (typeof made === 'string') throw new Error(made)
  return made
}
