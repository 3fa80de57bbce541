-- CreateTable
CREATE TABLE "LicenceRule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placeId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "reason" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedBy" TEXT,
    "endedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "LicenceRule_placeId_idx" ON "LicenceRule"("placeId");
