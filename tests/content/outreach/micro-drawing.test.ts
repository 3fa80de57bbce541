import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { frameDrawing } from '~/content/micro-drawing.server'
import { readDrawing, type Shape } from '~/domain/outreach/drawing'
import { drawing, light } from '~/domain/outreach/drawing-colours'

const lessons = [...catalogue().micro.values()].filter((lesson) => lesson.successor === undefined)
const frames = lessons.flatMap((lesson) => lesson.frames.map((frame, nth) => ({ id: lesson.id, nth: nth + 1, frame })))
const everyShape = (shape: Shape): Shape[] => [shape, ...shape.inside.flatMap(everyShape)]

describe('a frame of a picture story as a drawing of its own', () => {
  it('has plain colours of daylight, no class and nothing that is loaded', () => {
    const known = new Set(['none', ...Object.values(light), ...Object.values(drawing).map(([colour]) => colour)])
    for (const { id, nth } of frames) {
      const { svg } = frameDrawing(id, nth, 'zh')
      expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200" overflow="hidden">')).toBe(true)
      for (const { attributes } of everyShape(readDrawing(svg))) {
        expect(attributes).not.toHaveProperty('class')
        for (const colour of [attributes.fill, attributes.stroke]) if (colour !== undefined) expect(known, `${id} ${nth}`).toContain(colour)
      }
    }
  })

  it('holds words of one language only, and says in that language what it shows', () => {
    expect(frameDrawing('calling-119', 1, 'zh').svg).toContain('修车铺')
    expect(frameDrawing('calling-119', 1, 'en').svg).not.toMatch(/\p{Script=Han}/u)
    expect(frameDrawing('calling-119', 1, 'en').svg).toContain('BIKE REPAIR')
    for (const { id, nth, frame } of frames) {
      expect(frameDrawing(id, nth, 'en').svg, `${id} ${nth}`).not.toMatch(/\p{Script=Han}/u)
      expect(frameDrawing(id, nth, 'zh').alt).toBe(frame.alt.zh)
      expect(frameDrawing(id, nth, 'en').alt).toBe(frame.alt.en)
    }
  })

  it('is that frame and no other, as the story shows it', async () => {
    const inks = await Promise.all(
      frames.map(async ({ id, nth }) => {
        const { svg } = frameDrawing(id, nth, 'zh')
        const pixels = await sharp(Buffer.from(svg)).resize(32, 20).greyscale().raw().toBuffer()
        return { id, nth, kinds: new Set(pixels).size, pixels: pixels.toString('base64') }
      }),
    )
    for (const { id, nth, kinds } of inks) expect({ id, nth, isDrawn: kinds > 8 }).toEqual({ id, nth, isDrawn: true })
    expect(new Set(inks.map(({ pixels }) => pixels)).size).toBe(frames.length)
  })

  it('is not there beyond the last frame', () => {
    expect(() => frameDrawing('oil-fire', 5, 'zh')).toThrow()
    expect(() => frameDrawing('oil-fire', 0, 'zh')).toThrow()
    expect(() => frameDrawing('no-such-lesson', 1, 'zh')).toThrow()
  })
})
