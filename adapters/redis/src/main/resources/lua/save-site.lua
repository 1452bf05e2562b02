-- Saves everything of one step of a site, or nothing. A repeat finds another version and changes
-- nothing; whoever comes again finds the ids among the handled ones.
-- Answers { 1 } if it was saved, { 0 } if the version is another by now.
local site, handled, wake = KEYS[1], KEYS[2], KEYS[3]
local name, expected, state, wake_at = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local now, ids = tonumber(ARGV[5]), cjson.decode(ARGV[6])
local handled_for, handled_max = tonumber(ARGV[7]), tonumber(ARGV[8])

if (redis.call('HGET', site, 'version') or '0') ~= expected then
  return { 0 }
end
redis.call('HSET', site, 'state', state, 'version', tonumber(expected) + 1)
for _, id in ipairs(ids) do
  redis.call('ZADD', handled, now, id)
end
redis.call('ZREMRANGEBYSCORE', handled, '-inf', '(' .. (now - handled_for))
redis.call('ZREMRANGEBYRANK', handled, 0, -handled_max - 1)
redis.call('PEXPIRE', handled, handled_for * 2)
if wake_at == '' then
  redis.call('ZREM', wake, name)
else
  redis.call('ZADD', wake, wake_at, name)
end
return { 1 }
