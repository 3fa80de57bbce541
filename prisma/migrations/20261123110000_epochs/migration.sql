-- CreateTable
CREATE TABLE "Epoch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "reason" TEXT NOT NULL
);
