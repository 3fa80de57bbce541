-- CreateTable
CREATE TABLE "ControlRoom" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "to" TEXT,
    "endedAt" DATETIME,
    "endedBy" TEXT
);

-- CreateTable
CREATE TABLE "RoomTrait" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "trait" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "recordedBy" TEXT NOT NULL,
    "to" TEXT,
    "endedAt" DATETIME,
    "endedBy" TEXT,
    CONSTRAINT "RoomTrait_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "ControlRoom" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoomException" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "exception" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "recordedBy" TEXT NOT NULL,
    "to" TEXT,
    "endedAt" DATETIME,
    "endedBy" TEXT,
    CONSTRAINT "RoomException_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "ControlRoom" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WatchShift" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "from" DATETIME NOT NULL,
    "to" DATETIME NOT NULL,
    "way" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    CONSTRAINT "WatchShift_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "ControlRoom" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WatchShiftRemoval" (
    "shiftId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "WatchShiftRemoval_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "WatchShift" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WatchSeat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shiftId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "addedBy" TEXT NOT NULL,
    "swapId" TEXT,
    CONSTRAINT "WatchSeat_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "WatchShift" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WatchSeatRemoval" (
    "seatId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "swapId" TEXT,
    CONSTRAINT "WatchSeatRemoval_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "WatchSeat" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WatchSwap" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "seatId" TEXT NOT NULL,
    "toPersonId" TEXT NOT NULL,
    "otherSeatId" TEXT,
    "note" TEXT,
    "askedAt" DATETIME NOT NULL,
    "askedBy" TEXT NOT NULL,
    CONSTRAINT "WatchSwap_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "WatchSeat" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WatchSwap_otherSeatId_fkey" FOREIGN KEY ("otherSeatId") REFERENCES "WatchSeat" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WatchSwapAnswer" (
    "swapId" TEXT NOT NULL PRIMARY KEY,
    "answer" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "WatchSwapAnswer_swapId_fkey" FOREIGN KEY ("swapId") REFERENCES "WatchSwap" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WatchHandover" (
    "shiftId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "personId" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    CONSTRAINT "WatchHandover_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "WatchShift" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WatchSignature" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shiftId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "snapshot" TEXT NOT NULL,
    CONSTRAINT "WatchSignature_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "WatchShift" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WatchEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shiftId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "happenedAt" DATETIME NOT NULL,
    "detail" TEXT NOT NULL,
    "personId" TEXT,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "supersedes" TEXT,
    CONSTRAINT "WatchEntry_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "WatchShift" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ControlRoom_unitId_idx" ON "ControlRoom"("unitId");

-- CreateIndex
CREATE INDEX "RoomTrait_roomId_idx" ON "RoomTrait"("roomId");

-- CreateIndex
CREATE INDEX "RoomException_roomId_idx" ON "RoomException"("roomId");

-- CreateIndex
CREATE INDEX "WatchShift_roomId_from_idx" ON "WatchShift"("roomId", "from");

-- CreateIndex
CREATE INDEX "WatchSeat_shiftId_idx" ON "WatchSeat"("shiftId");

-- CreateIndex
CREATE INDEX "WatchSeat_personId_idx" ON "WatchSeat"("personId");

-- CreateIndex
CREATE INDEX "WatchSwap_seatId_idx" ON "WatchSwap"("seatId");

-- CreateIndex
CREATE INDEX "WatchSwap_toPersonId_idx" ON "WatchSwap"("toPersonId");

-- CreateIndex
CREATE UNIQUE INDEX "WatchSignature_shiftId_personId_kind_key" ON "WatchSignature"("shiftId", "personId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "WatchEntry_supersedes_key" ON "WatchEntry"("supersedes");

-- CreateIndex
CREATE INDEX "WatchEntry_shiftId_idx" ON "WatchEntry"("shiftId");
