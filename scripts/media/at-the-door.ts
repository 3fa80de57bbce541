/**
 * Makes the film 敲开一扇门 from content/videos/at-the-door.yaml.
 *   npx tsx scripts/media/at-the-door.ts                       film, tracks and poster
 *   npx tsx scripts/media/at-the-door.ts --look out.png 5 9.5  only these seconds, as one picture
 */
import { closingPictures, opening } from './at-the-door/cards.ts'
import { beds } from './at-the-door/scene-beds.ts'
import { bike } from './at-the-door/scene-bike.ts'
import { elder } from './at-the-door/scene-elder.ts'
import { fire } from './at-the-door/scene-fire.ts'
import { follow } from './at-the-door/scene-follow.ts'
import { gas } from './at-the-door/scene-gas.ts'
import { knock } from './at-the-door/scene-knock.ts'
import { produce } from './film.ts'

await produce(
  {
    id: 'at-the-door',
    title: { lines: ['敲开一扇门', '看、说、报'], picture: opening },
    scenes: { knock, bike, gas, beds, elder, follow, fire },
    closing: closingPictures,
  },
  process.argv.slice(2),
)
