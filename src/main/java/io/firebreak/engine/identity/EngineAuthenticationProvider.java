package io.firebreak.engine.identity;

import io.firebreak.engine.Staff;
import java.util.List;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Signs people in with the users of the engine. Their authorities are the ids of their groups. The engine itself slows
 * down who guesses passwords.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private final IdentityService identityService;
    private final Staff staff;

    EngineAuthenticationProvider(@Lazy IdentityService identityService, Staff staff) {
        this.identityService = identityService;
        this.staff = staff;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String userId = request.getName();
        String password = String.valueOf(request.getCredentials());
        if (!isRight(userId, password)) {
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, authoritiesOf(userId));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private boolean isRight(String userId, String password) {
        if (userId.indexOf('\0') >= 0) {
            // the database takes no such text, not even to look it up
            return false;
        }
        try {
            return identityService.checkPassword(userId, password);
        } catch (AuthenticationException locked) {
            return false;
        }
    }

    private List<SimpleGrantedAuthority> authoritiesOf(String userId) {
        return staff.authoritiesOf(userId).stream()
                .map(SimpleGrantedAuthority::new)
                .toList();
    }
}
