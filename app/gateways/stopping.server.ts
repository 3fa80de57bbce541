let stopping = false

/** From now on nothing is begun that waits for something to happen. */
export function beginStopping(): void {
  stopping = true
}

/** Is this process about to end? Who waits is answered with what there is. */
export const isStopping = (): boolean => stopping
