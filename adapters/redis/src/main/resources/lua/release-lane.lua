-- Gives a lane back, to be ready again at `again` if it still owes anything.
-- Answers { 1 }, or { 0 } if the lease is not ours: then nothing changes.
local conversation, outbox, ready = KEYS[1], KEYS[2], KEYS[3]
local lane, id, lease, again = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local member = lane .. ':' .. id

if redis.call('HGET', conversation, 'lease:' .. lane) ~= lease then
  return { 0 }
end
redis.call('HDEL', conversation, 'lease:' .. lane, 'until:' .. lane)
if redis.call('EXISTS', outbox) == 1 then
  redis.call('ZADD', ready, again, member)
else
  redis.call('ZREM', ready, member)
end
return { 1 }
