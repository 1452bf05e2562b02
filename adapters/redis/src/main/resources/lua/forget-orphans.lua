-- Forgets the orphans of these ids. Answers { number left }. Harmless when repeated.
local orphans = KEYS[1]
local handled = {}
for _, id in ipairs(ARGV) do
  handled[id] = true
end

for _, orphan in ipairs(redis.call('LRANGE', orphans, 0, -1)) do
  if handled[string.match(orphan, '^%d+ (%S+)')] then
    redis.call('LREM', orphans, 1, orphan)
  end
end
return { redis.call('LLEN', orphans) }
