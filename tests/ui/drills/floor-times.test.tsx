import fs from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import type { DrillTimes, ZoneTime } from '~/domain/drills/floor-times'
import { floorTimes } from '~/domain/drills/floor-times'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { FloorTimesPicture } from '~/ui/drills/floor-times'

const zone = (name: string, seconds: number | null, missing = 0): ZoneTime => ({ zone: name, people: 8, missing, seconds, cleared: 100 })
const drill = (on: string, all: number | null, zones: ZoneTime[], missing = 0): DrillTimes => ({
  ...{ id: on, title: '演练', on, zones },
  all: { zone: '', people: 24, missing, seconds: all, cleared: null },
})
const floors = ['一层大堂', '二层客房', '四层客房（名字很长的楼层）']
const now = drill('2026-03-10', 240, [zone('二层客房', 240), zone('一层大堂', 95), zone('四层客房（名字很长的楼层）', 130)])
const earlier = [
  drill('2025-09-01', 300, [zone('一层大堂', 125), zone('二层客房', 300)]),
  drill('2025-03-01', 420, [zone('一层大堂', 420)]),
]

function drawn(times: ReturnType<typeof floorTimes>, locale: Locale = 'zh', name = ''): string {
  const markup = renderToStaticMarkup(
    <I18nextProvider i18n={translator(locale)}>
      <FloorTimesPicture times={times} />
    </I18nextProvider>,
  )
  if (process.env.KEEP_PICTURES && name !== '') fs.writeFileSync(`${process.env.KEEP_PICTURES}/${name}.html`, markup)
  return markup
}
const words = (markup: string): string => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the picture of how long each floor took', () => {
  it('says in words what it shows: all, the slowest, and how it was last time', () => {
    const said = words(drawn(floorTimes(now, earlier, floors)))
    expect(said).toContain('从报警到 24 人全部点齐用了 4:00。')
    expect(said).toContain('最慢的是二层客房，4:00。')
    expect(said).toContain('比2025年9月1日那次快了 1:00。')
    expect(words(drawn(floorTimes(now, earlier, floors), 'en'))).toContain('1:00 faster than on 1 Sept 2025'.replace('Sept', 'Sep'))
  })

  it('has a title, and behind it a table with every figure of every drill', () => {
    const markup = drawn(floorTimes(now, earlier, floors), 'zh', 'floor-times-zh')
    expect(markup).toMatch(/<svg[^>]*role="img" aria-label="各楼层从报警到点齐的时间，和以前的演练对比"/)
    const rows = [...markup.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) => words(row).trim())
    expect(rows).toEqual([
      '楼层或区域 2026年3月10日 清空 2025年9月1日 2025年3月1日',
      '一层大堂 1:35 1:40 2:05 7:00',
      '二层客房 4:00 1:40 5:00 –',
      '四层客房（名字很长的楼层） 2:10 1:40 – –',
    ])
  })

  it('draws a bar as long as its time beside the others, and none where somebody is missing', () => {
    const bars = (times: ReturnType<typeof floorTimes>) =>
      [...drawn(times).matchAll(/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="18"/g)].map(([, width]) => Number(width))
    const [hall = 0, rooms = 0] = bars(floorTimes(now, earlier, floors))
    expect(hall / rooms).toBeCloseTo(95 / 240, 5)
    const short = drill('2026-03-10', null, [zone('一层大堂', 95), zone('二层客房', null, 2)], 2)
    expect(bars(floorTimes(short, [], floors))).toHaveLength(1)
    expect(words(drawn(floorTimes(short, [], floors)))).toContain('差 2 人')
    expect(words(drawn(floorTimes(short, [], floors)))).toContain('演练结束时还有 2 人没有点到。')
  })
})
