-- Keeps a new conversation, unless one of that name, or its tombstone, is there.
-- Answers { 1 } if it was created, { 0 } if not: a repeat changes nothing.
local conversation = KEYS[1]
local state, expires, lives_for = ARGV[1], ARGV[2], ARGV[3]

if redis.call('EXISTS', conversation) == 1 then
  return { 0 }
end
redis.call('HSET', conversation, 'state', state, 'version', 1, 'expires', expires)
redis.call('PEXPIRE', conversation, lives_for)
return { 1 }
