-- CreateTable
CREATE TABLE "Refresher" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "dutyId" TEXT NOT NULL,
    "periodFirst" TEXT NOT NULL,
    "periodLast" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "lessons" TEXT NOT NULL,
    "caseSlug" TEXT NOT NULL,
    "caseReadAt" DATETIME,
    "attemptId" TEXT,
    CONSTRAINT "Refresher_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RefresherReading" (
    "refresherId" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "readAt" DATETIME NOT NULL,

    PRIMARY KEY ("refresherId", "lesson"),
    CONSTRAINT "RefresherReading_refresherId_fkey" FOREIGN KEY ("refresherId") REFERENCES "Refresher" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Refresher_personId_idx" ON "Refresher"("personId");
