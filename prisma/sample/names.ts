const family =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹'
const given = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '秀英',
  '霞',
  '平',
  '刚',
  '桂英',
  '建国',
  '建华',
  '玉兰',
  '志强',
  '海燕',
  '春梅',
  '小红',
  '晓东',
  '文静',
  '国庆',
  '雪梅',
  '永福',
  '金花',
  '家豪',
  '雨欣',
  '子轩',
  '欣怡',
  '浩然',
  '梓涵',
  '思远',
  '佳宁',
  '立新',
  '卫东',
  '少华',
  '凤英',
  '宝山',
  '学军',
  '红梅',
]

/** A repeatable stream of numbers in [0, 1) (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Invented names; any likeness is by chance. */
export const nameBy = (random: () => number): string =>
  `${family[Math.floor(random() * family.length)]}${given[Math.floor(random() * given.length)]}`

export const streets = [
  { id: 'donghu', name: '东湖街道', communities: ['湖滨社区', '古楼社区', '文昌社区', '桥头社区', '新安社区', '东门社区'] },
  { id: 'xiqiao', name: '西桥镇', communities: ['西桥社区', '河口社区', '青山村', '柳林村', '工业园社区', '站前社区'] },
]
