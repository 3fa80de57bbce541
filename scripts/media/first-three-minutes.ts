/**
 * Makes the film 发现火情的头三分钟 from content/videos/first-three-minutes.yaml.
 *   npx tsx scripts/media/first-three-minutes.ts                       film, tracks and poster
 *   npx tsx scripts/media/first-three-minutes.ts --look out.png 5 9.5  only these seconds, as one picture
 */
import { produce } from './film.ts'
import { closingPictures, dial } from './first-three-minutes/cards.ts'
import { alarm } from './first-three-minutes/scene-alarm.ts'
import { assembly } from './first-three-minutes/scene-assembly.ts'
import { call } from './first-three-minutes/scene-call.ts'
import { door } from './first-three-minutes/scene-door.ts'
import { attempt } from './first-three-minutes/scene-extinguisher.ts'
import { refuge } from './first-three-minutes/scene-refuge.ts'
import { stairway } from './first-three-minutes/scene-stairs.ts'

await produce(
  {
    id: 'first-three-minutes',
    title: { lines: ['发现火情的', '头三分钟'], picture: dial },
    scenes: { alarm, call, extinguisher: attempt, door, stairs: stairway, refuge, assembly },
    closing: closingPictures,
  },
  process.argv.slice(2),
)
