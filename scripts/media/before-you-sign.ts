/**
 * Makes the film 签字之前，自己走一圈 from content/videos/before-you-sign.yaml.
 *   npx tsx scripts/media/before-you-sign.ts                       film, tracks and poster
 *   npx tsx scripts/media/before-you-sign.ts --look out.png 5 9.5  only these seconds, as one picture
 */
import { closingPictures, lap } from './before-you-sign/cards.ts'
import { control } from './before-you-sign/scene-control.ts'
import { desk } from './before-you-sign/scene-desk.ts'
import { exit } from './before-you-sign/scene-exit.ts'
import { shop } from './before-you-sign/scene-shop.ts'
import { sign } from './before-you-sign/scene-sign.ts'
import { stair } from './before-you-sign/scene-stair.ts'
import { window } from './before-you-sign/scene-window.ts'
import { produce } from './film.ts'

await produce(
  {
    id: 'before-you-sign',
    title: { lines: ['签字之前', '自己走一圈'], picture: lap },
    scenes: { desk, exit, stair, window, control, shop, sign },
    closing: closingPictures,
  },
  process.argv.slice(2),
)
