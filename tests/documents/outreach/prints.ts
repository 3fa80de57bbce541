import { catalogue } from '~/content/catalogue.server'
import { frameDrawing } from '~/content/micro-drawing.server'
import type { PosterLook, PosterPrint } from '~/domain/outreach/poster'

export const lessons = [...catalogue().micro.values()].filter((lesson) => lesson.successor === undefined)

const drawn = new Map<string, { svg: string; alt: string }>()
function drawingOf(slug: string, frame: number, language: PosterLook['language']) {
  const key = `${slug} ${language}`
  const drawing = drawn.get(key) ?? frameDrawing(slug, frame, language)
  drawn.set(key, drawing)
  return drawing
}

const said = {
  zh: { scan: '微信扫一扫，九十秒学会一件事', place: '东门社区 12号楼2单元', issuer: '云溪县消防安全委员会', path: '' },
  en: {
    scan: 'Scan it: ninety seconds, one thing learned',
    place: 'Dongmen community, block 12, stair 2',
    issuer: 'Yunxi County Fire Safety Committee',
    path: '/EN',
  },
}

/** The poster of a lesson as it would hang on a staircase of 云溪县. */
export function printOf(slug: string, look: PosterLook): PosterPrint {
  const lesson = lessons.find(({ id }) => id === slug)
  if (lesson === undefined) throw new Error(`no lesson ${slug}`)
  const { language } = look
  const { svg, alt } = drawingOf(slug, lesson.poster.frame, language)
  const { scan, place, issuer, path } = said[language]
  return {
    ...look,
    headline: lesson.poster.headline[language],
    under: lesson.poster.under[language],
    picture: svg,
    pictureAlt: alt,
    codeUrl: `HTTPS://XIAOFANG.YUNXI.GOV.CN/Q/7K3M9PQ${path}`,
    codeAlt: 'XIAOFANG.YUNXI.GOV.CN/Q/7K3M9PQ',
    address: `XIAOFANG.YUNXI.GOV.CN/Q/7K3M9PQ${path}`,
    scan,
    place,
    code: '7K3 M9PQ',
    issuer,
  }
}

/** A poster that may hang anywhere: no place, no code of it, a longer address, nobody who hangs it yet. */
export const anywhere = (print: PosterPrint): PosterPrint => ({
  ...print,
  place: '',
  code: '',
  issuer: '',
  codeUrl: 'HTTPS://XIAOFANG.YUNXI.GOV.CN/M/EXTINGUISHERS-AND-BLANKETS/EN',
  address: 'xiaofang.yunxi.gov.cn/m/extinguishers-and-blankets/en',
})

/** A place, an issuer and a server with the longest names that people give. */
export const crowded = (print: PosterPrint): PosterPrint => ({
  ...print,
  place: '乌兰察布市察哈尔右翼后旗白音察干镇 阿敦础鲁嘎查锡林郭勒街道东门片区第三居民点12号楼2单元',
  issuer: '乌兰察布市察哈尔右翼后旗白音察干镇人民政府消防安全委员会办公室',
  address: 'XIAOFANG.CHAHAERYOUYIHOUQI.WULANCHABU.GOV.CN:8443/Q/7K3M9PQ',
  codeUrl: 'HTTPS://XIAOFANG.CHAHAERYOUYI.WULANCHABU.GOV.CN/Q/7K3M9PQ/EN',
  scan: `${print.scan}${print.scan}`,
})
