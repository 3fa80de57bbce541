/** The road at night: the barrier goes up, a lamp waves, the engine comes. */
import { people, person } from '../figures.ts'
import { write } from '../glyphs.ts'
import { box, colour, disc, during, fade, group, line, mix, place, round, shape, WIDTH } from '../stage.ts'

const metal = '#A7AEB3'

function engine(t: number, x: number, y: number): string {
  const wheel = (cx: number): string =>
    disc(cx, -30, 31, '#1D1B19') +
    disc(cx, -30, 14, '#B9BEC2') +
    group(box(-10, -2, 20, 4, '#7C858B'), { transform: `translate(${cx} -30) rotate(${round((x / 31) * 57.3)})` })
  const lit = 0.5 + 0.5 * Math.sin(t * 5)
  const locker = (left: number): string =>
    box(left, -172, 74, 62, '#D9D4CA', 4) + box(left + 8, -148, 58, 3, '#B7B1A5') + box(left + 8, -132, 58, 3, '#B7B1A5')
  return group(
    shape('M-214 -60L-560 -6L-560 40L-214 -40z', '#F8E3A2', { opacity: 0.28 }) +
      shape('M-66 -34V-190H232Q240 -190 240 -182V-34z', '#B8352A') +
      shape('M-66 -34V-218Q-66 -226 -74 -226H-150C-170 -226 -176 -214 -184 -186L-200 -134Q-208 -130 -208 -118V-34z', '#C4392D') +
      shape('M-92 -202H-144C-156 -202 -160 -196 -165 -182L-177 -142H-92z', colour.glass) +
      box(-208, -92, 448, 16, '#F4EFE6') +
      locker(-44) +
      locker(42) +
      locker(128) +
      box(-50, -212, 284, 9, metal, 3) +
      line(
        [
          { x: -20, y: -203 },
          { x: -20, y: -190 },
        ],
        metal,
        6,
      ) +
      line(
        [
          { x: 200, y: -203 },
          { x: 200, y: -190 },
        ],
        metal,
        6,
      ) +
      disc(-112, -236, 40, '#3E78C4', { opacity: 0.16 + lit * 0.26 }) +
      box(-134, -242, 42, 16, '#5B95E0', 5) +
      write('消防', 60, -44, { size: 30, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
      disc(-202, -58, 26, '#F8E3A2', { opacity: 0.4 }) +
      box(-212, -68, 16, 20, '#FBEDBE', 3) +
      wheel(-136) +
      wheel(152),
    { transform: `translate(${round(x)} ${y})` },
  )
}

export function nightRoad(t: number): string {
  const drive = 1 - (1 - during(t * 0.5, -0.7, 1.5)) ** 1.2
  const x = mix(1640, 880, drive)
  const wave = Math.sin(t * 5.5)
  const lifted = during(t, 0.2, 1.1)
  const hand = { x: 66 - Math.abs(wave) * 6, y: -194 + wave * 34 }
  let windows = ''
  for (let row = 0; row < 6; row += 1)
    for (let column = 0; column < 4; column += 1)
      windows += box(70 + column * 62, 34 + row * 50, 36, 28, row === 1 && column === 2 ? '#E0793A' : chanceLit(row, column), 2)
  let smoke = ''
  for (let i = 0; i < 7; i += 1) {
    const age = (t / 3.4 + i / 7) % 1
    smoke += disc(212 + age * 70, 90 - age * 110, 8 + age * 26, '#5C6068', { opacity: 0.5 * (1 - age) })
  }
  return (
    box(0, 0, WIDTH, 484, '#26344A') +
    disc(1090, 74, 24, '#F4EBCB') +
    box(420, 170, 190, 190, '#1D2A3C') +
    box(640, 120, 150, 240, '#213047') +
    box(40, 14, 280, 346, '#3A4A61') +
    windows +
    disc(212, 98, 34, '#F0A04B', { opacity: 0.3 + 0.06 * Math.sin(t * 3) }) +
    smoke +
    box(0, 356, WIDTH, 30, '#43505F') +
    box(0, 384, WIDTH, 100, '#2F3843') +
    line(
      [
        { x: 0, y: 440 },
        { x: WIDTH, y: 440 },
      ],
      '#8A919A',
      5,
      { 'stroke-dasharray': '60 50' },
    ) +
    group(
      group(box(0, -8, 250, 16, '#F4EFE6', 4) + [20, 90, 160].map((left) => box(left, -8, 34, 16, colour.vermilion)).join(''), {
        transform: `translate(0 -92) rotate(${round(mix(0, -78, lifted))})`,
      }) + box(-22, -112, 44, 112, '#C7B784', 5),
      { transform: 'translate(366 404)' },
    ) +
    disc(520 + hand.x, 412 + hand.y, 46, '#F8E3A2', { opacity: 0.3 }) +
    person({ ...people.guard, vest: '#E3D24A' }, { x: 520, y: 412, near: hand, mouth: 0.4 }) +
    place(520 + hand.x, 412 + hand.y - 16, box(-6, -18, 12, 26, '#FBEDBE', 6), 1, 30 + wave * 30) +
    engine(t, x, 456) +
    fade(
      box(560, 34, 344, 78, '#FFFFFF', 12) +
        write('这边！开进来！', 732, 70, { size: 34, weight: 'bold', anchor: 'middle' }) +
        write('This way in!', 732, 99, { size: 24, weight: 'medium', fill: colour.second, anchor: 'middle' }) +
        shape('M590 108L548 176L626 108z', '#FFFFFF'),
      during(t, 0.9, 1.1),
    )
  )
}

const chanceLit = (row: number, column: number): string => ((row * 3 + column * 5) % 7 === 0 ? '#C9B06A' : '#26344A')
